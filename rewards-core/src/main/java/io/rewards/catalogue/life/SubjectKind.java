package io.rewards.catalogue.life;

/** What a change of the catalogue is about. */
public enum SubjectKind {
    PROGRAMME("programme", "programme"),
    OFFER("offer", "offers"),
    SCHEME("scheme", "schemes"),
    OFFER_TYPE("offer type", "offerTypes"),
    CATEGORY("category", "categories"),
    TEMPLATE("template", "templates"),
    KPI("measure", "kpis"),
    EVENT_CLASSIFICATION("event classification", "eventClassifications"),
    RUN("run", "runs"),
    MESSAGE("message", "messages"),
    SEGMENT("segment", "segments"),
    TIER("tier", "tiers"),
    UNIT("unit", "units"),
    GROUP("group", "groups"),
    PRODUCT("product", "products"),
    PRODUCT_TYPE("product type", "productTypes"),
    FAMILY("product family", "families"),
    ATTRIBUTE("attribute", "attributes");

    private final String word;
    private final String path;

    SubjectKind(String word, String path) {
        this.word = word;
        this.path = path;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** Where the one of this code stands in the programme, such as {@code offers[SUMMER]}. */
    public String path(String code) {
        return path + "[" + code + "]";
    }
}

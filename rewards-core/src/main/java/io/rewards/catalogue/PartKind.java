package io.rewards.catalogue;

/** What the parts of a programme hold, and the programme itself. */
public enum PartKind {
    PROGRAMME("programme", "programme"),
    OFFER("offer", "offers"),
    SCHEME("scheme", "schemes"),
    OFFER_TYPE("offer type", "offerTypes"),
    REWARDS_DEFINITION("rewards definition", "rewardsDefinitions"),
    CATEGORY("category", "categories"),
    TEMPLATE("template", "templates"),
    KPI("measure", "kpis"),
    EVENT_CLASSIFICATION("event classification", "eventClassifications"),
    RATE("rate", "rates"),
    AGREEMENT("agreement", "agreements"),
    RUN("run", "runs"),
    SETTLEMENT("settlement", "settlements"),
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
    private final String list;

    PartKind(String word, String list) {
        this.word = word;
        this.list = list;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** The list of a programme that holds them, such as {@code offers}. */
    public String list() {
        return list;
    }

    /** Where the one of this code stands in the programme, such as {@code offers[SUMMER]}. */
    public String path(String code) {
        return list + "[" + code + "]";
    }
}

package io.rewards.catalogue.life;

import io.rewards.catalogue.Category;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One change that somebody may try.
 *
 * @param word what they try
 * @param author who tries
 * @param code of what they try it on
 * @param number of a new offer
 * @param scheme of an offer
 * @param category of an offer
 * @param template of an offer
 * @param description of an offer
 */
record RandomChange(
        String word,
        Author author,
        String code,
        long number,
        String scheme,
        String category,
        String template,
        String description) {

    private static final List<String> WORDS = List.of(
            "create",
            "create",
            "create",
            "describe",
            "categorise",
            "move",
            "activate",
            "activate",
            "deactivate",
            "submit",
            "approve",
            "reject",
            "withdraw",
            "delete",
            "create scheme",
            "activate scheme",
            "deactivate scheme",
            "delete scheme",
            "add category",
            "delete category",
            "save template",
            "shelve template",
            "delete template",
            "approver");

    static RandomChange next(Random random, NaiveCatalogue model) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        Instant on = model.latest.plusSeconds(random.nextInt(12) - 1L);
        String prefix =
                word.endsWith("scheme") ? "S" : word.endsWith("category") ? "C" : word.endsWith("template") ? "T" : "O";
        return new RandomChange(
                word,
                Author.of(random.nextBoolean() ? "anna" : "boris", on),
                code(random, prefix, 6),
                random.nextInt(3) > 0 ? 0 : random.nextInt(40),
                code(random, "S", 4),
                random.nextBoolean() ? "" : code(random, "C", 3),
                random.nextInt(4) > 0 ? "" : code(random, "T", 3),
                "text " + random.nextInt(4));
    }

    private static String code(Random random, String prefix, int most) {
        return prefix + random.nextInt(most);
    }

    /** Which offer a template is saved from. */
    String source() {
        return "O" + code.substring(1);
    }

    Change apply(CatalogueHistory history) {
        OfferChanges offers = history.offers(author);
        SchemeChanges schemes = history.schemes(author);
        PartChanges<Category> categories = history.part(Part.CATEGORIES, author);
        PartChanges<OfferTemplate> templates = history.part(Part.TEMPLATES, author);
        Offer now = history.current().offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst()
                .orElseGet(this::draft);
        return switch (word) {
            case "create" -> offers.create(draft());
            case "describe" ->
                offers.edit(now.toBuilder().withDescription(description).build());
            case "categorise" ->
                offers.edit(now.toBuilder().withCategory(category).build());
            case "move" -> offers.edit(now.toBuilder().withScheme(scheme).build());
            case "activate" -> offers.activate(code);
            case "deactivate" -> offers.deactivate(code);
            case "submit" -> offers.submitForApproval(code);
            case "approve" -> offers.approve(code);
            case "reject" -> offers.reject(code, number == 0 ? "Too dear" : "");
            case "withdraw" -> offers.withdraw(code);
            case "delete" -> offers.delete(code, Set.of("O0")::contains);
            case "create scheme" -> schemes.create(Scheme.of(code));
            case "activate scheme" -> schemes.activate(code);
            case "deactivate scheme" -> schemes.deactivate(code);
            case "delete scheme" -> schemes.delete(code);
            case "add category" -> categories.add(new Category(code, code, ""));
            case "delete category" -> categories.delete(code);
            case "save template" -> offers.saveAsTemplate(source(), code, code);
            case "shelve template" -> templates.edit(shelved(history));
            case "delete template" -> templates.delete(code);
            case "approver" -> history.withSettings(settings(history), author);
            default -> throw new IllegalStateException(word);
        };
    }

    private Offer draft() {
        return Programmes.any(number, code)
                .withScheme(scheme)
                .withCategory(category)
                .withTemplate(template)
                .withDescription(description)
                .build();
    }

    private OfferTemplate shelved(CatalogueHistory history) {
        Offer content = history.current().templates().stream()
                .filter(each -> each.code().equals(code))
                .map(OfferTemplate::content)
                .findFirst()
                .orElseGet(this::draft);
        return new OfferTemplate(code, code, false, content);
    }

    private Settings settings(CatalogueHistory history) {
        return number > 0
                ? history.current().settings().withApprover("boris")
                : Programmes.with().settings();
    }
}

package io.rewards.catalogue.life;

import static io.rewards.catalogue.OfferState.EFFECTIVE;
import static io.rewards.catalogue.OfferState.NOT_EFFECTIVE;
import static io.rewards.catalogue.OfferState.PENDING_APPROVAL;

import io.rewards.catalogue.OfferState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalogue should be, written down as plainly as possible, for comparison. */
final class NaiveCatalogue {

    private record NaiveOffer(
            long number,
            OfferState state,
            String scheme,
            String category,
            String template,
            String description,
            Optional<Instant> since) {

        NaiveOffer in(OfferState changed) {
            return new NaiveOffer(number, changed, scheme, category, template, description, since);
        }

        NaiveOffer since(Instant on) {
            return new NaiveOffer(number, EFFECTIVE, scheme, category, template, description, Optional.of(on));
        }

        NaiveOffer inScheme(String code) {
            return new NaiveOffer(number, state, code, category, template, description, since);
        }

        NaiveOffer inCategory(String code) {
            return new NaiveOffer(number, state, scheme, code, template, description, since);
        }

        NaiveOffer describedAs(String text) {
            return new NaiveOffer(number, state, scheme, category, template, text, since);
        }
    }

    private record NaiveTemplate(boolean active, String scheme, String category) {}

    private final Map<String, NaiveOffer> offers = new HashMap<>();
    private final Map<String, NaiveTemplate> templates = new HashMap<>();
    private boolean changed;
    private final Set<Long> usedNumbers = new HashSet<>();
    private final Set<String> remembered = new HashSet<>();
    final Map<String, Boolean> schemes = new HashMap<>();
    final Set<String> categories = new HashSet<>();
    Optional<String> approver = Optional.empty();
    Instant latest = CatalogueLife.MONDAY;

    /** Takes the change and says true, or says false. */
    boolean take(RandomChange change) {
        boolean taken = (!changed || !change.author().on().isBefore(latest)) && dated(change);
        if (taken) {
            latest = change.author().on();
            changed = true;
        }
        return taken;
    }

    private boolean dated(RandomChange change) {
        String code = change.code();
        Optional<NaiveOffer> offer = Optional.ofNullable(offers.get(code));
        Optional<OfferState> state = offer.map(NaiveOffer::state);
        boolean stopped = state.equals(Optional.of(NOT_EFFECTIVE));
        boolean pending = state.equals(Optional.of(PENDING_APPROVAL));
        boolean byApprover = approver.equals(Optional.of(change.author().user()));
        Instant on = change.author().on();
        return switch (change.word()) {
            case "create" -> created(change);
            case "describe" ->
                offer.isPresent()
                        && !offer.get().description().equals(change.description())
                        && put(code, offer.get().describedAs(change.description()));
            case "categorise" ->
                offer.isPresent()
                        && !offer.get().category().equals(change.category())
                        && known(change.category())
                        && put(code, offer.get().inCategory(change.category()));
            case "move" ->
                stopped
                        && !offer.get().scheme().equals(change.scheme())
                        && schemes.containsKey(change.scheme())
                        && put(code, offer.get().inScheme(change.scheme()));
            case "activate" ->
                stopped && approver.isEmpty() && put(code, offer.get().since(on));
            case "deactivate" ->
                state.equals(Optional.of(EFFECTIVE)) && put(code, offer.get().in(NOT_EFFECTIVE));
            case "submit" ->
                stopped && approver.isPresent() && put(code, offer.get().in(PENDING_APPROVAL));
            case "approve" -> pending && byApprover && put(code, offer.get().since(on));
            case "reject" ->
                pending
                        && byApprover
                        && change.number() == 0
                        && put(code, offer.get().in(NOT_EFFECTIVE));
            case "withdraw" -> pending && put(code, offer.get().in(NOT_EFFECTIVE));
            case "delete" -> stopped && !code.equals("O0") && deleted(code);
            case "create scheme" ->
                !schemes.containsKey(code) && !remembered.contains(code) && schemes.put(code, false) == null;
            case "activate scheme" -> schemeActivated(code);
            case "deactivate scheme" ->
                schemes.containsKey(code) && schemes.get(code) && schemes.replace(code, false) != null;
            case "delete scheme" ->
                schemes.containsKey(code)
                        && !schemes.get(code)
                        && offers.values().stream()
                                .noneMatch(each -> each.scheme().equals(code))
                        && templates.values().stream()
                                .noneMatch(each -> each.scheme().equals(code))
                        && schemes.remove(code) != null;
            case "add category" -> categories.add(code);
            case "delete category" ->
                offers.values().stream().noneMatch(each -> each.category().equals(code))
                        && templates.values().stream()
                                .noneMatch(each -> each.category().equals(code))
                        && categories.remove(code);
            case "save template" -> saved(change);
            case "shelve template" ->
                templates.containsKey(code)
                        && templates.get(code).active()
                        && templates.put(
                                        code,
                                        new NaiveTemplate(
                                                false,
                                                templates.get(code).scheme(),
                                                templates.get(code).category()))
                                != null;
            case "delete template" ->
                offers.values().stream().noneMatch(each -> each.template().equals(code))
                        && templates.remove(code) != null;
            case "approver" -> approver(change.number() > 0 ? Optional.of("boris") : Optional.empty());
            default -> throw new IllegalStateException(change.word());
        };
    }

    private boolean created(RandomChange change) {
        boolean fits = !offers.containsKey(change.code())
                && !remembered.contains(change.code())
                && !usedNumbers.contains(change.number())
                && schemes.containsKey(change.scheme())
                && known(change.category())
                && (change.template().isEmpty()
                        || (templates.containsKey(change.template())
                                && templates.get(change.template()).active()));
        if (!fits) {
            return false;
        }
        long next = usedNumbers.stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        long number = change.number() > 0 ? change.number() : next;
        usedNumbers.add(number);
        return put(
                change.code(),
                new NaiveOffer(
                        number,
                        NOT_EFFECTIVE,
                        change.scheme(),
                        change.category(),
                        change.template(),
                        change.description(),
                        Optional.empty()));
    }

    private boolean schemeActivated(String code) {
        if (schemes.getOrDefault(code, true)) {
            return false;
        }
        schemes.put(code, true);
        remembered.add(code);
        return true;
    }

    private boolean deleted(String code) {
        if (offers.get(code).since().isPresent()) {
            remembered.add(code);
        }
        offers.remove(code);
        return true;
    }

    private boolean saved(RandomChange change) {
        NaiveOffer source = offers.get(change.source());
        if (source == null || templates.containsKey(change.code())) {
            return false;
        }
        templates.put(change.code(), new NaiveTemplate(true, source.scheme(), source.category()));
        return true;
    }

    private boolean approver(Optional<String> user) {
        boolean differs = !approver.equals(user);
        approver = user;
        return differs;
    }

    private boolean known(String category) {
        return category.isEmpty() || categories.contains(category);
    }

    private boolean put(String code, NaiveOffer offer) {
        offers.put(code, offer);
        return true;
    }

    Map<String, String> describedOffers() {
        Map<String, String> described = new HashMap<>();
        offers.forEach((code, offer) -> described.put(
                code,
                offer.number() + " " + offer.state() + " " + offer.scheme() + " " + offer.category() + " "
                        + offer.template() + " " + offer.description() + " " + offer.since()));
        return described;
    }

    Map<String, Boolean> activeTemplates() {
        Map<String, Boolean> active = new HashMap<>();
        templates.forEach((code, template) -> active.put(code, template.active()));
        return active;
    }
}

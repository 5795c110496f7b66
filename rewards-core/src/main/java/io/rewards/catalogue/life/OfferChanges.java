package io.rewards.catalogue.life;

import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OwnOffers;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The life of offers: created not effective, made effective directly or through approval, edited, made not effective,
 * deleted. Immutable. Source: domain 3.1, 3.9, 12.1 Q27.
 */
public final class OfferChanges {

    /** What may change while an offer is effective or waits for approval. The name may not: participants know it. */
    static final Set<String> ALWAYS_EDITABLE = Set.of("description", "category", "marketing");

    /** What an edit never changes: it was given once, or has an action of its own. */
    static final Set<String> NEVER_EDITABLE = Set.of("number", "state", "latestEffectiveDate", "template", "ownership");

    private final CatalogueHistory history;
    private final Author author;
    private final PartChanges<Offer> offers;

    OfferChanges(CatalogueHistory history, Author author) {
        this.history = history;
        this.author = author;
        offers = new PartChanges<>(Part.OFFERS, history, author);
    }

    /**
     * Creates an offer, not effective whatever {@code draft} says, for the author's group unless it names one. A draft
     * without a number gets the next one. Refused when its number was ever used, when its code belongs to an offer that was
     * effective once, since accounts may remember it, and when its template is not active.
     */
    public Change create(Offer draft) {
        Offer created = draft.draft(draft.code(), draft.name()).toBuilder()
                .withNumber(draft.number() > 0 ? draft.number() : highestNumber() + 1)
                .withTemplate(draft.template())
                .withOwnership(owned(draft.ownership(), author))
                .build();
        Problems problems = new Problems();
        String path = PartKind.OFFER.path(created.code());
        problems.unless(
                everCreated().stream().noneMatch(offer -> offer.number() == created.number()),
                path + ".number",
                "The number (" + created.number() + ") was already given to an offer. Leave it out to get the next.");
        problems.unless(
                offers.find(created.code()).isPresent()
                        || everCreated().stream()
                                .noneMatch(offer -> offer.code().equals(created.code())
                                        && offer.latestEffectiveDate().isPresent()),
                path + ".code",
                "The code (" + created.code() + ") belonged to an offer that was effective. Take another one.");
        problems.unless(
                created.template().isEmpty() || isActive(created.template()),
                path + ".template",
                "The template (" + created.template() + ") is not an active template of the programme.");
        return refusedOr(problems, () -> offers.add(created));
    }

    /** Keeps what an offer says as an active template. Refused when another template has the code or the name. */
    public Change saveAsTemplate(String offer, String code, String name) {
        return offers.known(offer, known -> {
            Offer content = known.draft(known.code(), known.name()).toBuilder()
                    .withNumber(known.number())
                    .build();
            return history.part(Part.TEMPLATES, author).add(new OfferTemplate(code, name, true, content));
        });
    }

    /**
     * Puts {@code changed} in the place of the offer of its code. While that is effective or waits for approval, only
     * description, category and marketing may change. Classification and number never change; state and ownership have
     * actions of their own. Awards that were made stay as they are.
     */
    public Change edit(Offer changed) {
        return offers.known(changed.code(), before -> {
            Problems problems = new Problems();
            String path = PartKind.OFFER.path(before.code());
            problems.unless(
                    before.classification() == changed.classification(),
                    path + ".classification",
                    "The classification (" + before.classification() + ") of an offer never changes.");
            for (String field : FieldDifferences.fields(before, changed)) {
                problems.unless(
                        !NEVER_EDITABLE.contains(field),
                        path + "." + field,
                        "The field (" + field + ") is not changed by editing an offer.");
                problems.unless(
                        before.state() == OfferState.NOT_EFFECTIVE
                                || ALWAYS_EDITABLE.contains(field)
                                || NEVER_EDITABLE.contains(field),
                        path + "." + field,
                        "The field (" + field + ") cannot change while the offer is " + before.state()
                                + ". Make it not effective first.");
            }
            return refusedOr(problems, () -> offers.edit(changed));
        });
    }

    /** Gives the offer to another group, or shows it to others, in any state. */
    public Change assign(String code, Ownership ownership) {
        return offers.known(
                code,
                offer -> offers.replace(
                        offer.toBuilder().withOwnership(ownership).build(), Action.ASSIGNED));
    }

    /**
     * Makes the offer effective from now on. Refused where the programme has a user who must approve offers, and to a merchant
     * whose agreement asks for the approval of the owner.
     */
    public Change activate(String code) {
        return from(
                OfferState.NOT_EFFECTIVE,
                code,
                offer -> approver()
                        .map(user -> "user (" + user + ")")
                        .or(() -> Optional.of("the owner of the programme")
                                .filter(owner -> !author.group().isEmpty() && needsOwner(offer)))
                        .map(who -> offers.refused(
                                code, "The offer (" + code + ") needs the approval of " + who + ". Submit it."))
                        .orElseGet(() -> offers.replace(offer.activated(author.on()), Action.ACTIVATED)));
    }

    /** Stops the offer. What it awarded stays. */
    public Change deactivate(String code) {
        return from(OfferState.EFFECTIVE, code, offer -> offers.replace(offer.deactivated(), Action.DEACTIVATED));
    }

    /**
     * Asks the user who approves offers; the result names that user. Where the programme has none, an offer of a merchant whose
     * agreement asks for it waits for any user of the owner; others are refused.
     */
    public Change submitForApproval(String code) {
        return from(
                OfferState.NOT_EFFECTIVE,
                code,
                offer -> approver()
                        .map(user -> offers.replace(
                                offer.with(OfferState.PENDING_APPROVAL), Action.SUBMITTED, "", Optional.of(user)))
                        .orElseGet(() -> needsOwner(offer)
                                ? offers.replace(offer.with(OfferState.PENDING_APPROVAL), Action.SUBMITTED)
                                : offers.refused(
                                        code,
                                        "The programme has no user who approves offers. Activate the offer (" + code
                                                + ").")));
    }

    /** Takes the offer back before it is approved or rejected. */
    public Change withdraw(String code) {
        return from(OfferState.PENDING_APPROVAL, code, offer -> offers.replace(offer.deactivated(), Action.WITHDRAWN));
    }

    /** Makes a submitted offer effective from now on. Refused to anybody but the user who approves offers. */
    public Change approve(String code) {
        return byApprover(code, offer -> offers.replace(offer.activated(author.on()), Action.APPROVED));
    }

    /** Sends a submitted offer back. Refused to anybody but the user who approves offers, and without a reason. */
    public Change reject(String code, String reason) {
        return byApprover(
                code,
                offer -> reason.isBlank()
                        ? offers.refused(code, "The rejection of offer (" + code + ") must give a reason.")
                        : offers.replace(offer.deactivated(), Action.REJECTED, reason, Optional.empty()));
    }

    /**
     * Deletes an offer that is not effective. Refused while transactions of it exist, and while anything in the catalogue
     * refers to it.
     *
     * @param hasTransactions true for the code of an offer that awarded money or whose money was spent, such as
     *     {@code io.rewards.store.OfferTransactions}
     */
    public Change delete(String code, Predicate<String> hasTransactions) {
        return from(
                OfferState.NOT_EFFECTIVE,
                code,
                offer -> hasTransactions.test(code)
                        ? offers.refused(
                                code,
                                "The offer (" + code + ") has award or spend transactions. It can only be kept from"
                                        + " awarding further.")
                        : offers.delete(code));
    }

    private Change byApprover(String code, Function<Offer, Change> then) {
        return from(
                OfferState.PENDING_APPROVAL,
                code,
                offer -> decides(offer)
                        ? then.apply(offer)
                        : offers.refused(
                                code,
                                "The user (" + author.user() + ") must not decide on offer (" + code + "); that is for "
                                        + approver()
                                                .map(user -> "user (" + user + ").")
                                                .orElse(
                                                        needsOwner(offer)
                                                                ? "the owner of the programme."
                                                                : "nobody at present.")));
    }

    private boolean decides(Offer offer) {
        return approver()
                .map(author.user()::equals)
                .orElseGet(() -> needsOwner(offer) && author.group().isEmpty());
    }

    /** True for an offer of a merchant whose agreement asks for the approval of the owner. */
    private boolean needsOwner(Offer offer) {
        return !offer.ownership().group().isEmpty()
                && Catalogue.of(history.current()).merchantsOf(offer).stream()
                        .anyMatch(terms -> terms.value(AgreementField.OWN_OFFERS) == OwnOffers.WITH_APPROVAL);
    }

    private Change from(OfferState state, String code, Function<Offer, Change> then) {
        return offers.known(
                code,
                offer -> offer.state() == state
                        ? then.apply(offer)
                        : offers.refused(
                                code, "The offer (" + code + ") is " + offer.state() + "; it must be " + state + "."));
    }

    private static Change refusedOr(Problems problems, Supplier<Change> then) {
        List<Problem> found = problems.found();
        return found.isEmpty() ? then.get() : new Change.Refused(found);
    }

    /** The author's group unless the draft names an owner. */
    static Ownership owned(Ownership ownership, Author author) {
        return ownership.group().isEmpty() ? new Ownership(author.group(), ownership.privacy()) : ownership;
    }

    private Optional<String> approver() {
        return history.current().settings().approver();
    }

    private boolean isActive(String template) {
        return history.current().templates().stream()
                .anyMatch(each -> each.code().equals(template) && each.active());
    }

    private long highestNumber() {
        return everCreated().stream().mapToLong(Offer::number).max().orElse(0);
    }

    /** The offers there are, and those deleted, as they were last. */
    private List<Offer> everCreated() {
        List<Offer> all = new ArrayList<>(history.current().offers());
        for (int change = 0; change < history.log().size(); change++) {
            LogEntry entry = history.log().get(change);
            if (entry.action() == Action.DELETED && entry.subject().kind() == PartKind.OFFER) {
                history.versions().get(change).offers().stream()
                        .filter(offer -> offer.code().equals(entry.subject().code()))
                        .forEach(all::add);
            }
        }
        return all;
    }
}

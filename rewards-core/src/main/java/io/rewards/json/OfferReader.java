package io.rewards.json;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads offers. One that is wrong is built all the same, of what can be read and of stand-ins that cause no further
 * problems, so that its references can be checked in the same go. Not thread-safe.
 */
final class OfferReader {

    /** A classification; the spelling with a Z will do. */
    static final Reading<Classification> CLASSIFICATION =
            Scalars.constant(Classification.class, text -> text.replace("UTILIZE_", "UTILISE_"));

    private final ZoneId zone;
    private final AttributesReader attributes;
    private final ConditionsReader conditions;
    private final ShapeReader shapes;
    private final AwardReader awards;
    private final Map<String, Classification> byType = new HashMap<>();
    private long numberOfUnreadable;

    OfferReader(ZoneId zone, Amounts amounts, AttributesReader attributes, List<OfferType> types) {
        this.zone = zone;
        this.attributes = attributes;
        conditions = new ConditionsReader(attributes, amounts);
        shapes = new ShapeReader(amounts, attributes, zone);
        awards = new AwardReader(amounts, shapes);
        types.forEach(type -> byType.putIfAbsent(type.code(), type.classification()));
    }

    Offer read(Value value) {
        return value.object(fields -> {
            Optional<Long> number = fields.required("number", Scalars::wholeNumber);
            String code = fields.required("code", Scalars::text).orElse(value.name());
            String name = fields.optional("name", Scalars::text).orElse(code);
            Optional<OfferState> state = fields.optional("state", Scalars.constant(OfferState.class));
            Optional<Instant> since = fields.optional("effectiveSince", Scalars.instantIn(zone));
            String template = fields.optional("template", Scalars::text).orElse("");
            Identity identity = new Identity(
                    number.orElseGet(() -> --numberOfUnreadable),
                    code,
                    name,
                    state.orElse(OfferState.NOT_EFFECTIVE),
                    since,
                    template);
            return offer(fields, identity);
        });
    }

    /** Reads a template, whose content is an offer of its code that is not effective. */
    OfferTemplate template(Value value) {
        return value.object(fields -> {
            String code = fields.required("code", Scalars::text).orElse(value.name());
            String name = fields.optional("name", Scalars::text).orElse(code);
            boolean active = fields.optional("active", Scalars::truth).orElse(true);
            Identity identity = new Identity(1, code, name, OfferState.NOT_EFFECTIVE, Optional.empty(), "");
            Optional<Offer> content =
                    fields.required("content", said -> said.object(inside -> offer(inside, identity)));
            return new OfferTemplate(code, name, active, content.orElseThrow(NotedException::new));
        });
    }

    /** What is given to each offer. */
    private record Identity(
            long number, String code, String name, OfferState state, Optional<Instant> since, String template) {}

    private Offer offer(Fields fields, Identity identity) {
        String description = fields.optional("description", Scalars::anyText).orElse("");
        String scheme = fields.required("scheme", Scalars::text).orElse("");
        String type = fields.required("type", Scalars::text).orElse("");
        String category = fields.optional("category", Scalars::text).orElse("");
        Terms asked = terms(fields, type);
        Optional<EvaluationMethod> evaluation = fields.optional("evaluation", Scalars.constant(EvaluationMethod.class));
        Optional<Award> award = fields.required("award", awards::award);
        Optional<PurchaseBase> base = fields.optional("base", OfferReader::base);
        Optional<SpendMethod> spendMethod = fields.optional("spendMethod", Scalars.constant(SpendMethod.class));
        AwardHandling handling = handling(fields);
        boolean onlyIfBest = fields.optional("onlyIfBest", Scalars::truth).orElse(false);
        Optional<OfferValidity> validity = fields.optional("validity", ValidityReader::offerValidity);
        Optional<AwardValidity> awardValidity = ValidityReader.awardValidityOfOffer(fields);
        Optional<AwardConditions> when = fields.optional("conditions", conditions::award);
        Optional<SpendConditions> spend = fields.optional("spendConditions", ConditionsReader::spend);
        List<Cap> caps = fields.optional("caps", awards::caps).orElse(List.of());
        Set<String> contributions = fields.texts("contributions");
        Attributes carried = attributes.of(fields, AttributeOwner.OFFER);
        Marketing marketing = fields.optional("marketing", shapes.reading(OfferingShapes.MARKETING))
                .orElse(Marketing.NONE);
        Ownership ownership = fields.optional("ownership", shapes.reading(OfferingShapes.OWNERSHIP))
                .orElse(Ownership.OF_PROGRAMME);
        return new Offer(
                identity.number(),
                identity.code(),
                identity.name(),
                description,
                scheme,
                type,
                category,
                identity.state(),
                identity.since(),
                evaluation.orElse(asked.classification().evaluation()),
                asked,
                award.orElseGet(awards::unreadable),
                base.orElse(PurchaseBase.OF_SETTINGS),
                spendMethod.orElse(SpendMethod.SPEND_ON_REQUEST),
                onlyIfBest,
                validity.orElse(new OfferValidity.FromLatestEffectiveDate()),
                awardValidity,
                when.orElse(AwardConditions.NONE),
                spend.orElse(SpendConditions.NONE),
                award.isEmpty() ? List.of() : caps,
                contributions,
                carried,
                marketing,
                ownership,
                identity.template(),
                handling);
    }

    private static PurchaseBase base(Value value) {
        return value.object(fields -> {
            Optional<AwardBase> threshold = fields.optional("threshold", Scalars.constant(AwardBase.class));
            Optional<AwardBase> award = fields.optional("award", Scalars.constant(AwardBase.class));
            return new PurchaseBase(threshold, award);
        });
    }

    private static AwardHandling handling(Fields fields) {
        Optional<ReturnPolicy> onReturn = fields.optional("onReturn", Scalars.constant(ReturnPolicy.class));
        boolean awaitsConfirmation =
                fields.optional("awaitsConfirmation", Scalars::truth).orElse(false);
        boolean partialVoucher =
                fields.optional("partialVoucher", Scalars::truth).orElse(false);
        Optional<Excess> excess = fields.optional("excess", Scalars.constant(Excess.class));
        return new AwardHandling(
                onReturn.orElse(AwardHandling.DEFAULT.onReturn()),
                awaitsConfirmation,
                partialVoucher,
                excess.orElse(AwardHandling.DEFAULT.excess()));
    }

    private Terms terms(Fields fields, String type) {
        Optional<Classification> classification = fields.required("classification", CLASSIFICATION);
        if (classification.isPresent()) {
            return OfferTerms.read(fields, classification.get(), shapes);
        }
        fields.value("terms");
        return OfferTerms.harmless(
                fields, byType.getOrDefault(type, Classification.INCREASE_REVENUE_TRANSACTION_BASED), shapes);
    }
}

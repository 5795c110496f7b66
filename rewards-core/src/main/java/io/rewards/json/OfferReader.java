package io.rewards.json;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Caps;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final TermsReader terms;
    private final AwardReader awards;
    private final Map<String, Classification> byType = new HashMap<>();
    private long numberOfUnreadable;

    OfferReader(ZoneId zone, Amounts amounts, AttributesReader attributes, List<OfferType> types) {
        this.zone = zone;
        this.attributes = attributes;
        conditions = new ConditionsReader(attributes);
        terms = new TermsReader(amounts);
        awards = new AwardReader(amounts);
        types.forEach(type -> byType.putIfAbsent(type.code(), type.classification()));
    }

    Offer read(Value value) {
        return value.object(fields -> {
            Optional<Long> number = fields.required("number", Scalars::wholeNumber);
            String code = fields.required("code", Scalars::text).orElse(value.name());
            String name = fields.optional("name", Scalars::text).orElse(code);
            String description =
                    fields.optional("description", Scalars::anyText).orElse("");
            String scheme = fields.required("scheme", Scalars::text).orElse("");
            String type = fields.required("type", Scalars::text).orElse("");
            String category = fields.optional("category", Scalars::text).orElse("");
            Terms asked = terms(fields, type);
            Optional<OfferState> state = fields.optional("state", Scalars.constant(OfferState.class));
            Optional<Instant> since = fields.optional("effectiveSince", Scalars.instantIn(zone));
            Optional<EvaluationMethod> evaluation =
                    fields.optional("evaluation", Scalars.constant(EvaluationMethod.class));
            Optional<Award> award = fields.required("award", awards::award);
            Optional<SpendMethod> spendMethod = fields.optional("spendMethod", Scalars.constant(SpendMethod.class));
            boolean onlyIfBest = fields.optional("onlyIfBest", Scalars::truth).orElse(false);
            Optional<OfferValidity> validity = fields.optional("validity", ValidityReader::offerValidity);
            Optional<AwardValidity> awardValidity = ValidityReader.awardValidityOfOffer(fields);
            Optional<AwardConditions> when = fields.optional("conditions", conditions::award);
            Optional<SpendConditions> spend = fields.optional("spendConditions", ConditionsReader::spend);
            Optional<Caps> caps = fields.optional("caps", awards::caps);
            Attributes carried = attributes.of(fields, AttributeOwner.OFFER);
            return new Offer(
                    number.orElseGet(() -> --numberOfUnreadable),
                    code,
                    name,
                    description,
                    scheme,
                    type,
                    category,
                    state.orElse(OfferState.NOT_EFFECTIVE),
                    since,
                    evaluation.orElse(EvaluationMethod.BATCH_AND_INTERACTIVE),
                    asked,
                    award.orElseGet(awards::unreadable),
                    spendMethod.orElse(SpendMethod.SPEND_ON_REQUEST),
                    onlyIfBest,
                    validity.orElse(new OfferValidity.FromLatestEffectiveDate()),
                    awardValidity,
                    when.orElse(AwardConditions.NONE),
                    spend.orElse(SpendConditions.NONE),
                    award.isEmpty() ? Caps.NONE : caps.orElse(Caps.NONE),
                    carried);
        });
    }

    private Terms terms(Fields fields, String type) {
        Optional<Classification> classification = fields.required("classification", CLASSIFICATION);
        if (classification.isPresent()) {
            return terms.read(fields, classification.get());
        }
        fields.value("terms");
        return terms.harmless(byType.getOrDefault(type, Classification.INCREASE_REVENUE_TRANSACTION_BASED));
    }
}

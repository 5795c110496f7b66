package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.CompletenessCandidate;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Complete contact data. Source: domain 2.4 C14. */
final class CompletenessKind extends VisitedKind<Terms.Completeness, CompletenessCandidate> {

    private static final Field<Terms.Completeness, Boolean> DATE_OF_BIRTH =
            Field.usual("dateOfBirth", Type.TRUTH, false, Terms.Completeness::dateOfBirth, "Whether it must be known.");
    private static final Field<Terms.Completeness, Boolean> NAME_DAY =
            Field.usual("nameDay", Type.TRUTH, false, Terms.Completeness::nameDay, "Whether it must be known.");
    private static final Field<Terms.Completeness, Optional<DataDemand<AddressType, AddressField>>> ADDRESSES =
            Field.optional(
                    "addresses",
                    demand("Addresses that must exist.", AddressType.class, AddressField.class),
                    Terms.Completeness::addresses,
                    "");
    private static final Field<Terms.Completeness, Optional<DataDemand<PhoneType, PhoneField>>> PHONES = Field.optional(
            "phones",
            demand("Phones that must exist.", PhoneType.class, PhoneField.class),
            Terms.Completeness::phones,
            "");
    private static final Field<Terms.Completeness, Optional<DataDemand<EmailType, EmailField>>> EMAILS = Field.optional(
            "emails",
            demand("E-mail addresses that must exist.", EmailType.class, EmailField.class),
            Terms.Completeness::emails,
            "");
    private static final Shape<Terms.Completeness> SHAPE = Shape.of(
                    "Contact data that are complete; at least one is asked for.",
                    said -> new Terms.Completeness(
                            said.of(DATE_OF_BIRTH),
                            said.of(NAME_DAY),
                            said.of(ADDRESSES),
                            said.of(PHONES),
                            said.of(EMAILS)),
                    DATE_OF_BIRTH,
                    NAME_DAY,
                    ADDRESSES,
                    PHONES,
                    EMAILS)
            .withSomeOf(DATE_OF_BIRTH, NAME_DAY, ADDRESSES, PHONES, EMAILS);

    CompletenessKind() {
        super(
                Classification.REWARD_PERSONAL_DATA_COMPLETENESS,
                Terms.Completeness.class,
                CompletenessCandidate.class,
                CompletenessCandidate::new);
    }

    @Override
    public Shape<Terms.Completeness> shape() {
        return SHAPE;
    }

    @Override
    public Terms.Completeness little(Amount amount, String code) {
        return new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    List<String> asks(Terms.Completeness terms, Offer offer, Words words) {
        List<String> what = new ArrayList<>();
        if (terms.dateOfBirth()) {
            what.add("a date of birth");
        }
        if (terms.nameDay()) {
            what.add("a name day");
        }
        terms.addresses().ifPresent(demand -> what.add(demanded("address", demand, words)));
        terms.phones().ifPresent(demand -> what.add(demanded("phone", demand, words)));
        terms.emails().ifPresent(demand -> what.add(demanded("e-mail", demand, words)));
        return what;
    }

    @Override
    boolean mayAward(CompletenessCandidate candidate) {
        return candidate.dataComplete() && super.mayAward(candidate);
    }

    @Override
    LocalDate next(CompletenessCandidate candidate) {
        return candidate.dataComplete() ? super.next(candidate) : LocalDate.MAX;
    }

    private static <T extends Enum<T>, F extends Enum<F>> Type<DataDemand<T, F>> demand(
            String description, Class<T> type, Class<F> field) {
        Field<DataDemand<T, F>, Set<T>> types = Field.usual(
                "types",
                new Type.Any<>(new Type.OneOf<>(type)),
                Set.of(),
                DataDemand::types,
                "That must exist; any one unless said.");
        Field<DataDemand<T, F>, Set<F>> fields = Field.usual(
                "fields",
                new Type.Any<>(new Type.FieldName<>(field)),
                Set.of(),
                DataDemand::fields,
                "That each of them must have.");
        return new Type.Part<>(
                Shape.of(description, said -> new DataDemand<>(said.of(types), said.of(fields)), types, fields)
                        .withSomeOf(types, fields));
    }

    private static String demanded(String what, DataDemand<?, ?> demand, Words words) {
        String types = demand.types().isEmpty() ? "any " + what : what + " of type " + constants(demand.types(), words);
        return types + (demand.fields().isEmpty() ? "" : " with " + constants(demand.fields(), words));
    }

    private static String constants(Set<? extends Enum<?>> constants, Words words) {
        return constants.stream().map(words::constant).collect(Collectors.joining(", "));
    }
}

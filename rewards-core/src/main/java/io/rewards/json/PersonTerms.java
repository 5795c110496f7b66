package io.rewards.json;

import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.Terms;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.time.TimeSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** How terms about who somebody is and what they joined stand in files. Source: domain 2.4 C11 to C17. */
final class PersonTerms {

    static final TermsShape<Terms.Referrals> REFERRALS = TermsShape.bare(Terms.Referrals.class, Terms.Referrals::new);

    static final TermsShape<Terms.SignUps> SIGN_UPS = new TermsShape<>(
            Terms.SignUps.class,
            false,
            (fields, amounts) -> new Terms.SignUps(
                    fields.optional("requirePriorAward", Scalars::truth).orElse(false)),
            amounts -> new Terms.SignUps(false),
            (signUps, written) -> Writing.flag(written, "requirePriorAward", signUps.requirePriorAward(), false));

    static final TermsShape<Terms.Birthday> BIRTHDAY = TermsShape.bare(Terms.Birthday.class, Terms.Birthday::new);

    static final TermsShape<Terms.Completeness> COMPLETENESS = new TermsShape<>(
            Terms.Completeness.class,
            true,
            (fields, amounts) -> {
                boolean dateOfBirth =
                        fields.optional("dateOfBirth", Scalars::truth).orElse(false);
                boolean nameDay = fields.optional("nameDay", Scalars::truth).orElse(false);
                Optional<DataDemand<AddressType, AddressField>> addresses =
                        fields.optional("addresses", demand(AddressType.class, AddressField.class));
                Optional<DataDemand<PhoneType, PhoneField>> phones =
                        fields.optional("phones", demand(PhoneType.class, PhoneField.class));
                Optional<DataDemand<EmailType, EmailField>> emails =
                        fields.optional("emails", demand(EmailType.class, EmailField.class));
                TermsShape.requireRight(fields);
                return new Terms.Completeness(dateOfBirth, nameDay, addresses, phones, emails);
            },
            amounts -> new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty()),
            (completeness, written) -> {
                Writing.flag(written, "dateOfBirth", completeness.dateOfBirth(), false);
                Writing.flag(written, "nameDay", completeness.nameDay(), false);
                completeness.addresses().ifPresent(demand -> demand(written, "addresses", demand));
                completeness.phones().ifPresent(demand -> demand(written, "phones", demand));
                completeness.emails().ifPresent(demand -> demand(written, "emails", demand));
            });

    static final TermsShape<Terms.NameDay> NAME_DAY = TermsShape.bare(Terms.NameDay.class, Terms.NameDay::new);

    static final TermsShape<Terms.SubscriptionMaturity> SUBSCRIPTION_MATURITY = new TermsShape<>(
            Terms.SubscriptionMaturity.class,
            true,
            (fields, amounts) -> {
                Optional<TimeSpan> period = fields.required("period", Scalars::span);
                long interruption = fields.optional("maximumInterruption", Scalars::wholeNumber)
                        .orElse(0L);
                return new Terms.SubscriptionMaturity(period.orElseThrow(NotedException::new), interruption);
            },
            amounts -> new Terms.SubscriptionMaturity(TermsShape.ONE_DAY, 0),
            (maturity, written) -> {
                written.put("period", Writing.span(maturity.period()));
                if (maturity.maximumInterruption() > 0) {
                    written.put("maximumInterruption", maturity.maximumInterruption());
                }
            });

    static final TermsShape<Terms.JustMoney> JUST_MONEY = TermsShape.bare(Terms.JustMoney.class, Terms.JustMoney::new);

    private PersonTerms() {}

    private static <T extends Enum<T>, F extends Enum<F>> Reading<DataDemand<T, F>> demand(
            Class<T> type, Class<F> field) {
        return value -> value.object(fields -> {
            List<T> types = fields.list("types", Scalars.constant(type));
            List<F> names = fields.list("fields", Contact.field(field));
            TermsShape.requireRight(fields);
            return new DataDemand<>(new HashSet<>(types), new HashSet<>(names));
        });
    }

    private static void demand(ObjectNode terms, String field, DataDemand<?, ?> demand) {
        ObjectNode written = terms.putObject(field);
        Set<? extends Enum<?>> types = demand.types();
        Set<? extends Enum<?>> fields = demand.fields();
        Writing.texts(written, "types", types.stream().map(Enum::name).toList());
        Writing.texts(written, "fields", fields.stream().map(Contact::name).toList());
    }
}

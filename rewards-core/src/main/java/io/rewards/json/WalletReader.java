package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendConditions;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads transactions and lots. What the writers never leave out is required. */
final class WalletReader {

    private static final Pattern UTC =
            Pattern.compile("([+-]\\d{4,10}|\\d{4})-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern DURATION = Pattern.compile("PT[-\\d.HMS]+");

    private WalletReader() {}

    static Transaction transaction(Value value) {
        return value.object(fields -> {
            String id = text(fields, "id");
            Optional<TransactionKind> kind = fields.required("kind", Scalars.constant(TransactionKind.class));
            String participant = text(fields, "participant");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            String offer = text(fields, "offer");
            String offerType = text(fields, "offerType");
            String scheme = text(fields, "scheme");
            String rule = text(fields, "rule");
            String lot = text(fields, "lot");
            String subject = fields.optional("subject", Scalars::anyText).orElse("");
            Optional<Instant> on = fields.required("on", WalletReader::utc);
            Optional<Instant> recordedOn = fields.required("recordedOn", WalletReader::utc);
            return new Transaction(
                    id,
                    kind.orElseThrow(NotedException::new),
                    participant,
                    amount.orElseThrow(NotedException::new),
                    event.orElseThrow(NotedException::new),
                    offer,
                    offerType,
                    scheme,
                    rule,
                    lot,
                    subject,
                    on.orElseThrow(NotedException::new),
                    recordedOn.orElseThrow(NotedException::new));
        });
    }

    static Lot lot(Value value) {
        return value.object(fields -> {
            String id = text(fields, "id");
            Optional<Amount> awarded = fields.required("awarded", WalletReader::amount);
            Optional<Amount> remaining = fields.required("remaining", WalletReader::amount);
            Optional<Instant> awardedOn = fields.required("awardedOn", WalletReader::utc);
            Optional<Instant> validFrom = fields.required("validFrom", WalletReader::utc);
            Optional<Instant> validTo = fields.optional("validTo", WalletReader::utc);
            SpendConditions conditions =
                    fields.optional("conditions", ConditionsReader::spend).orElse(SpendConditions.NONE);
            Optional<Provenance> provenance = fields.required("provenance", WalletReader::provenance);
            return new Lot(
                    id,
                    awarded.orElseThrow(NotedException::new),
                    remaining.orElseThrow(NotedException::new),
                    awardedOn.orElseThrow(NotedException::new),
                    validFrom.orElseThrow(NotedException::new),
                    validTo,
                    conditions,
                    provenance.orElseThrow(NotedException::new));
        });
    }

    static LineShare share(Value value) {
        return value.object(fields -> {
            String line = text(fields, "line");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            return new LineShare(line, amount.orElseThrow(NotedException::new));
        });
    }

    static EventKey key(Value value) {
        return value.object(fields -> {
            String id = text(fields, "id");
            String system = fields.optional("system", Scalars::anyText).orElse("");
            return new EventKey(system, id);
        });
    }

    /** An amount that names its denomination; the decimals are its scale. */
    static Amount amount(Value value) {
        return Amount.parse(Scalars.anyText(value));
    }

    /** An instant in UTC, in any year. */
    static Instant utc(Value value) {
        return Scalars.timed(value, UTC, "be an instant in UTC, such as 2024-03-05T14:30:00Z", Instant::parse);
    }

    /** A length of time in hours, minutes and seconds. */
    static Duration duration(Value value) {
        return Scalars.timed(value, DURATION, "be a duration, such as PT26H30M", Duration::parse);
    }

    static String text(Fields fields, String field) {
        return fields.required(field, Scalars::anyText).orElse("");
    }

    private static Provenance provenance(Value value) {
        return value.object(fields -> {
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            String offer = text(fields, "offer");
            String rule = text(fields, "rule");
            String pack = text(fields, "pack");
            List<EventKey> sources = fields.list("sources", WalletReader::key);
            List<LineShare> shares = fields.list("shares", WalletReader::share);
            return new Provenance(event.orElseThrow(NotedException::new), offer, rule, pack, sources, shares);
        });
    }
}

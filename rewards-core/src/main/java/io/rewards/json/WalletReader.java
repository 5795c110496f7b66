package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
            String unit = text(fields, "unit");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<AccountName> from = fields.required("from", each -> account(each, participant));
            Optional<AccountName> to = fields.required("to", each -> account(each, participant));
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            Optional<EventKey> purchase = fields.optional("purchase", WalletReader::key);
            String offer = textOrEmpty(fields, "offer");
            String offerType = textOrEmpty(fields, "offerType");
            String scheme = textOrEmpty(fields, "scheme");
            String rule = textOrEmpty(fields, "rule");
            String lot = textOrEmpty(fields, "lot");
            AwardSubject subject = subject(fields);
            String reverses = textOrEmpty(fields, "reverses");
            String reason = textOrEmpty(fields, "reason");
            String user = textOrEmpty(fields, "user");
            Optional<Instant> on = fields.required("on", WalletReader::utc);
            Optional<Instant> recordedOn = fields.required("recordedOn", WalletReader::utc);
            return new Transaction(
                    id,
                    kind.orElseThrow(NotedException::new),
                    amount.orElseThrow(NotedException::new),
                    from.orElseThrow(NotedException::new),
                    to.orElseThrow(NotedException::new),
                    new Cause(event.orElseThrow(NotedException::new), purchase, participant, unit),
                    new Origin(offer, offerType, scheme, rule, lot, subject),
                    new Note(reverses, reason, user),
                    on.orElseThrow(NotedException::new),
                    recordedOn.orElseThrow(NotedException::new));
        });
    }

    /** What an award is for: its kind and its text, both or none. */
    private static AwardSubject subject(Fields fields) {
        AwardSubject.Kind kind = fields.optional("subjectKind", Scalars.constant(AwardSubject.Kind.class))
                .orElse(AwardSubject.Kind.NOTHING);
        Reading<AwardSubject> reading = value -> AwardSubject.of(kind, Scalars.anyText(value));
        return kind == AwardSubject.Kind.NOTHING
                ? fields.optional("subject", reading).orElse(AwardSubject.NOTHING)
                : fields.required("subject", reading).orElse(AwardSubject.NOTHING);
    }

    /** The account of a merchant says whose it is; other kinds are the participant's or the programme's. */
    private static AccountName account(Value value, String participant) {
        if (value.scalar().isPresent()) {
            AccountKind kind = Scalars.constant(AccountKind.class).read(value);
            return switch (kind.owner()) {
                case PARTICIPANT -> AccountName.of(Party.participant(participant), kind);
                case MERCHANT -> throw value.must("say which merchant's account it is");
                case PROGRAMME -> AccountName.of(Party.PROGRAMME, kind);
            };
        }
        return value.object(fields -> {
            String merchant = text(fields, "merchant");
            Optional<AccountKind> kind = fields.required("account", Scalars.constant(AccountKind.class));
            return AccountName.of(Party.merchant(merchant), kind.orElseThrow(NotedException::new));
        });
    }

    private static Share giver(Value value) {
        return value.object(fields -> {
            String merchant = text(fields, "merchant");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<ExpiryPolicy> onExpiry = fields.optional("onExpiry", Scalars.constant(ExpiryPolicy.class));
            return new Share(Party.merchant(merchant), amount.orElseThrow(NotedException::new), onExpiry);
        });
    }

    static Lot lot(Value value) {
        return value.object(fields -> {
            String id = text(fields, "id");
            Optional<AccountKind> account = fields.optional("account", Scalars.constant(AccountKind.class));
            Optional<Amount> awarded = fields.required("awarded", WalletReader::amount);
            Optional<Amount> remaining = fields.required("remaining", WalletReader::amount);
            Optional<Amount> expired = fields.optional("expired", WalletReader::amount);
            Optional<Amount> reversed = fields.optional("reversed", WalletReader::amount);
            Optional<Amount> recovered = fields.optional("recovered", WalletReader::amount);
            Optional<Instant> awardedOn = fields.required("awardedOn", WalletReader::utc);
            Optional<Instant> validFrom = fields.required("validFrom", WalletReader::utc);
            Optional<Instant> validTo = fields.optional("validTo", WalletReader::utc);
            SpendConditions conditions =
                    fields.optional("conditions", ConditionsReader::spend).orElse(SpendConditions.NONE);
            Optional<SpendMethod> method = fields.optional("spendMethod", Scalars.constant(SpendMethod.class));
            Optional<Voucher> voucher = fields.optional("voucher", WalletReader::voucher);
            Optional<Provenance> provenance = fields.required("provenance", WalletReader::provenance);
            if (fields.isWrong()) {
                throw new NotedException();
            }
            Amount zero = zeroLike(awarded);
            return new Lot(
                    id,
                    account.orElse(AccountKind.COMMERCE),
                    awarded.orElseThrow(NotedException::new),
                    remaining.orElseThrow(NotedException::new),
                    expired.orElse(zero),
                    reversed.orElse(zero),
                    recovered.orElse(zero),
                    awardedOn.orElseThrow(NotedException::new),
                    validFrom.orElseThrow(NotedException::new),
                    validTo,
                    conditions,
                    method.orElse(SpendMethod.SPEND_ON_REQUEST),
                    voucher,
                    provenance.orElseThrow(NotedException::new));
        });
    }

    static LineShare share(Value value) {
        return value.object(fields -> {
            String line = text(fields, "line");
            Optional<Long> quantity = fields.required("quantity", Scalars::wholeNumber);
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            return new LineShare(
                    line, quantity.orElseThrow(NotedException::new), amount.orElseThrow(NotedException::new));
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

    static String textOrEmpty(Fields fields, String field) {
        return fields.optional(field, Scalars::anyText).orElse("");
    }

    /** Zero in the denomination of an amount that must be there. */
    static Amount zeroLike(Optional<Amount> amount) {
        return Amount.zero(amount.orElseThrow(NotedException::new).denomination());
    }

    private static Provenance provenance(Value value) {
        return value.object(fields -> {
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            String offer = textOrEmpty(fields, "offer");
            String offerType = textOrEmpty(fields, "offerType");
            String scheme = textOrEmpty(fields, "scheme");
            String rule = textOrEmpty(fields, "rule");
            String pack = textOrEmpty(fields, "pack");
            Optional<Amount> wished = fields.required("wished", WalletReader::amount);
            List<Share> givers = fields.list("givers", WalletReader::giver);
            Set<String> budgets = fields.texts("budgets");
            Optional<ReturnPolicy> onReturn = fields.optional("onReturn", Scalars.constant(ReturnPolicy.class));
            boolean discount = fields.optional("discount", Scalars::truth).orElse(false);
            List<Counted> sources = fields.list("sources", WalletReader::counted);
            List<LineShare> shares = fields.list("shares", WalletReader::share);
            boolean waited = fields.optional("waited", Scalars::truth).orElse(false);
            Optional<Dependence> shareOf = fields.optional("shareOf", WalletReader::shareOf);
            List<Beaten> beaten = fields.list("beaten", WalletReader::beaten);
            Optional<Exchanged> exchange = fields.optional("exchange", WalletReader::exchanged);
            Optional<BudgetName> merchantBudget = fields.optional("merchantBudget", WalletReader::merchantBudget);
            return new Provenance(
                    event.orElseThrow(NotedException::new),
                    offer,
                    offerType,
                    scheme,
                    rule,
                    pack,
                    wished.orElseThrow(NotedException::new),
                    givers,
                    Stream.concat(
                                    budgets.stream().map(period -> BudgetName.ofOffer(offer, period)),
                                    merchantBudget.stream())
                            .toList(),
                    onReturn.orElse(AwardHandling.DEFAULT.onReturn()),
                    discount,
                    sources,
                    shares,
                    shareOf.orElse(waited ? new Dependence.OnAnother() : Dependence.NONE),
                    beaten,
                    exchange);
        });
    }

    private static BudgetName merchantBudget(Value value) {
        return value.object(fields -> BudgetName.ofMerchant(text(fields, "merchant"), text(fields, "period")));
    }

    private static Dependence shareOf(Value value) {
        return value.object(fields -> {
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            Optional<Instant> since = fields.required("since", WalletReader::utc);
            List<String> types = fields.list("types", Scalars::anyText);
            List<String> schemes = fields.list("schemes", Scalars::anyText);
            String journal = text(fields, "journal");
            Optional<Long> entries = fields.required("entries", Scalars::wholeNumber);
            return new Dependence.OnShare(
                    amount.orElseThrow(NotedException::new),
                    since.orElseThrow(NotedException::new),
                    new TreeSet<>(types),
                    new TreeSet<>(schemes),
                    new JournalPlace(journal, entries.orElseThrow(NotedException::new)));
        });
    }

    private static Exchanged exchanged(Value value) {
        return value.object(fields -> {
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            String lot = text(fields, "lot");
            Optional<Amount> points = fields.required("points", WalletReader::amount);
            Optional<Amount> money = fields.required("money", WalletReader::amount);
            return new Exchanged(
                    event.orElseThrow(NotedException::new),
                    lot,
                    points.orElseThrow(NotedException::new),
                    money.orElseThrow(NotedException::new));
        });
    }

    private static Beaten beaten(Value value) {
        return value.object(fields -> {
            String offer = text(fields, "offer");
            Optional<Amount> amount = fields.required("amount", WalletReader::amount);
            return new Beaten(offer, amount.orElseThrow(NotedException::new));
        });
    }

    private static Counted counted(Value value) {
        return value.object(fields -> {
            Optional<EventKey> event = fields.required("event", WalletReader::key);
            Optional<Instant> performedOn = fields.required("performedOn", WalletReader::utc);
            Optional<Long> units = fields.required("units", Scalars::wholeNumber);
            Optional<Long> rewarded =
                    fields.optional("rewarded", Scalars::wholeNumber).or(() -> units);
            return new Counted(
                    event.orElseThrow(NotedException::new),
                    performedOn.orElseThrow(NotedException::new),
                    units.orElseThrow(NotedException::new),
                    rewarded.orElseThrow(NotedException::new));
        });
    }

    private static Voucher voucher(Value value) {
        return value.object(fields -> {
            String codeHash = text(fields, "codeHash");
            boolean partial = fields.optional("partial", Scalars::truth).orElse(false);
            return new Voucher(codeHash, partial);
        });
    }
}

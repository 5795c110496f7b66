package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Portion;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.Contribution;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
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
import io.rewards.organisation.Reduction;
import io.rewards.participant.Secret;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import io.rewards.wallet.Voucher;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeWriterTest {

    private static final Denomination EUR = new Denomination("EUR", 2);

    @Test
    void theExamplesAreWrittenAsTheyWereRead() {
        for (String line : Examples.outcomes()) {
            assertThat(OutcomeWriter.write(OutcomeReader.read("outcomes.jsonl", line)))
                    .isEqualTo(line);
        }
    }

    @Test
    void measuresKeepTheirType() {
        Outcome outcome =
                OutcomeReader.read("outcomes.jsonl", Examples.outcomes().get(0));

        assertThat(outcome.declined().flatMap(declined -> declined.declines().stream()))
                .extracting(Decline::actual)
                .containsExactly(
                        Optional.of(new Measure.Money(Amount.of("12.00", EUR))),
                        Optional.of(new Measure.Moment(Instant.parse("2024-03-05T14:30:00Z"))),
                        Optional.of(new Measure.Day(LocalDate.of(2024, 3, 5))),
                        Optional.of(new Measure.Words("TUESDAY")),
                        Optional.empty(),
                        Optional.of(new Measure.Count(3)));
        assertThat(outcome.declined().flatMap(declined -> declined.declines().stream()))
                .extracting(Decline::distance)
                .contains(Optional.of(new Measure.Span(Duration.ofHours(24))));
    }

    @Test
    void thousandsOfRandomOutcomesComeBackAsTheyWere() {
        RandomOutcomes outcomes = new RandomOutcomes(new Random(20240305));
        for (int i = 0; i < 1_000; i++) {
            Outcome outcome = outcomes.next();
            String written = OutcomeWriter.write(outcome);
            assertThat(written).doesNotContain("\n");
            Outcome read = OutcomeReader.read("test", written);
            assertThat(read).as(written).isEqualTo(outcome);
            assertThat(OutcomeWriter.write(read)).isEqualTo(written);
            assertThat(Schemas.errors(Schemas.OUTCOME, Schemas.JSON.readTree(written)))
                    .as(written)
                    .isEmpty();
        }
    }

    @Test
    void allProblemsOfAnOutcomeAreToldAtOnce() {
        String wrong = """
                {"event":{"id":"X"},"participant":"P1","status":"DONE","processedOn":"today","programme":"1","pack":"p",\
                "verdicts":[{"offer":"A"},{"offer":"B","declined":[]},{"offer":"C","declined":[{"rule":"R",\
                "reason":"NO_RULE_GRANTS","sentence":"s","actual":{"count":"3"},"required":{}}]}],"total":"5"}""";
        assertThat(problems(wrong))
                .containsExactly(
                        "status: The status (DONE) must be one of PROCESSED, QUEUED, CANCELLED, REFUSED.",
                        "processedOn: The processedOn (today) must be an instant in UTC, such as"
                                + " 2024-03-05T14:30:00Z.",
                        "verdicts[1]: The verdicts[1] must name exactly one of granted, declined.",
                        "verdicts[2]: The declined offer (B) must have a reason.",
                        "verdicts[3].declined[1].actual.count: The count (3) must be a whole number of at most"
                                + " 18 digits, such as 12. It is a text, because it stands in quotes; write it without"
                                + " them.",
                        "verdicts[3].declined[1].required: The required must name exactly one of amount, count,"
                                + " moment, day, span, words.",
                        "total: The amount (5) must be written like 2.50 EUR.");
    }

    @Test
    void whatLotsAndTransactionsLackIsTold() {
        String outcome = "{\"event\":{\"id\":\"X\"},\"participant\":\"P1\",\"status\":\"PROCESSED\",\"processedOn\":"
                + "\"2024-03-05T14:30:00Z\",\"programme\":\"1\",\"pack\":\"p\",%s}";
        assertThat(problems(outcome.formatted("\"transactions\":[{}]")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "transactions[1].id",
                        "transactions[1].kind",
                        "transactions[1].participant",
                        "transactions[1].unit",
                        "transactions[1].amount",
                        "transactions[1].from",
                        "transactions[1].to",
                        "transactions[1].event",
                        "transactions[1].on",
                        "transactions[1].recordedOn");
        assertThat(problems(outcome.formatted("\"lots\":[{\"id\":\"L\",\"awarded\":\"1.00 EUR\",\"remaining\":"
                        + "\"1.00 EUR\",\"expired\":\"1\",\"awardedOn\":\"2024-03-05T14:30:00Z\",\"validFrom\":"
                        + "\"2024-03-05T14:30:00Z\",\"provenance\":{}}]")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("lots[L].expired", "lots[L].provenance.event", "lots[L].provenance.wished");
        assertThat(problems(outcome.formatted("\"spend\":{},\"returned\":{}")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "spend.how", "spend.requested", "spend.actual", "returned.refund", "returned.toWallet");
        assertThat(problems(outcome.formatted("\"transactions\":[{\"id\":\"T\",\"kind\":\"SPEND\",\"participant\":"
                        + "\"P1\",\"unit\":\"U1\",\"amount\":\"1.00 EUR\",\"from\":\"OPEN\",\"to\":\"OPEN\",\"event\":"
                        + "{\"id\":\"X\"},\"on\":\"2024-03-05T14:30:00Z\",\"recordedOn\":\"2024-03-05T14:30:00Z\"}]")))
                .containsExactly("transactions[T]: The transaction (T) must go from (OPEN of P1) to another account.");
    }

    @Test
    void accountsOfMerchantsSayWhoseTheyAre() {
        String outcome = "{\"event\":{\"id\":\"X\"},\"participant\":\"P1\",\"status\":\"PROCESSED\",\"processedOn\":"
                + "\"2024-03-05T14:30:00Z\",\"programme\":\"1\",\"pack\":\"p\",\"transactions\":[{\"id\":\"T\",\"kind\":"
                + "\"SPEND\",\"participant\":\"P1\",\"unit\":\"U1\",\"amount\":\"1.00 EUR\",\"from\":\"OPEN\",\"to\":%s,"
                + "\"event\":{\"id\":\"X\"},\"on\":\"2024-03-05T14:30:00Z\",\"recordedOn\":\"2024-03-05T14:30:00Z\"}]}";
        String right = outcome.formatted("{\"merchant\":\"U2\",\"account\":\"REIMBURSEMENT\"}");
        assertThat(OutcomeReader.read("test", right).transactions())
                .extracting(Transaction::to)
                .containsExactly(AccountName.of(Party.merchant("U2"), AccountKind.REIMBURSEMENT));
        assertThat(OutcomeWriter.write(OutcomeReader.read("test", right))).isEqualTo(right);
        assertThat(problems(outcome.formatted("\"REIMBURSEMENT\"")))
                .containsExactly("transactions[T].to: The to (REIMBURSEMENT) must say which merchant's account it is.");
        assertThat(problems(outcome.formatted("{\"merchant\":\"U2\",\"account\":\"OPEN\"}")))
                .containsExactly(
                        "transactions[T].to: An account (OPEN) is of a PARTICIPANT, and the party (U2) is a MERCHANT.");
    }

    private static List<String> problems(String json) {
        try {
            OutcomeReader.read("test", json);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** Outcomes with everything in them, whether or not the engine would say so. */
    private static final class RandomOutcomes {

        private static final List<String> TEXTS = List.of(
                "", "A", "17", "true", "\"quoted\"", "two\nlines", "Ελλάδα", "\ud83d\ude00", "{}", " ", "a/b", "0123");

        private final Random random;

        RandomOutcomes(Random random) {
            this.random = random;
        }

        Outcome next() {
            return new Outcome(
                    key(),
                    text(),
                    oneOf(Outcome.Status.values()),
                    instant(),
                    text(),
                    text(),
                    some(() -> new Problem(text(), text())),
                    some(this::verdict),
                    maybe(this::amount),
                    some(() -> new InstantSpend(text(), amount(), some(this::share))),
                    maybe(this::amount),
                    some(this::transaction),
                    some(this::lot),
                    some(() -> new OfferProgress(text(), measure(), measure(), maybe(this::instant))),
                    some(this::balance),
                    maybe(this::spend),
                    maybe(this::amount),
                    maybe(() -> new ReturnResult(amount(), amount(), some(this::reclaim))),
                    maybe(() -> new ExchangeResult(amount(), amount(), amount())),
                    maybe(() -> Secret.of(text())));
        }

        /** The parts of a balance are in one denomination. */
        private Balance balance() {
            return new Balance(euros(), euros(), euros(), euros(), euros(), euros());
        }

        private SpendResult spend() {
            return new SpendResult(
                    oneOf(SpendResult.How.values()),
                    amount(),
                    amount(),
                    oneOf(Reduction.values()),
                    some(() -> new SpendResult.Part(text(), text(), amount(), maybe(this::instant), some(this::share))),
                    some(() -> new SpendResult.Unused(text(), text(), amount(), text())),
                    text());
        }

        private Reclaim reclaim() {
            return new Reclaim(text(), text(), euros(), euros(), euros(), euros(), euros());
        }

        private Amount euros() {
            return new Amount(EUR, random.nextBoolean() ? 0 : random.nextInt(1000));
        }

        private Contribution contribution() {
            return new Contribution(
                    text(),
                    text(),
                    text(),
                    oneOf(Contribution.Basis.values()),
                    Portion.of(Integer.toString(random.nextInt(101))),
                    amount());
        }

        private Verdict verdict() {
            return random.nextBoolean()
                    ? new Verdict.Granted(text(), text(), amount(), amount(), maybe(this::contribution))
                    : new Verdict.Declined(
                            text(),
                            IntStream.rangeClosed(0, random.nextInt(3))
                                    .mapToObj(i -> new Decline(
                                            text(),
                                            oneOf(DeclineReason.values()),
                                            text(),
                                            maybe(this::measure),
                                            maybe(this::measure),
                                            maybe(this::measure),
                                            maybe(this::instant),
                                            text()))
                                    .toList());
        }

        private Measure measure() {
            return switch (random.nextInt(6)) {
                case 0 -> new Measure.Money(amount());
                case 1 -> new Measure.Count(random.nextLong() / 100);
                case 2 -> new Measure.Moment(instant());
                case 3 -> new Measure.Day(LocalDate.ofEpochDay(random.nextInt(100_000)));
                case 4 -> new Measure.Span(Duration.ofMillis(random.nextInt()));
                default -> new Measure.Words(text());
            };
        }

        private Transaction transaction() {
            AccountKind from = oneOf(AccountKind.values());
            AccountKind to = from == AccountKind.COMMERCE ? AccountKind.AWARD_EXPENSE : AccountKind.COMMERCE;
            Cause cause = new Cause(key(), maybe(this::key), "P" + text(), "U" + text());
            return new Transaction(
                    text(),
                    oneOf(TransactionKind.values()),
                    new Amount(EUR, 1 + random.nextInt(1000)),
                    from.owner() == Party.Kind.MERCHANT
                            ? AccountName.of(Party.merchant("V" + text()), from)
                            : cause.account(from),
                    cause.account(to),
                    cause,
                    new Origin(text(), text(), text(), text(), text(), subject()),
                    new Note(text(), text(), text()),
                    instant(),
                    instant());
        }

        private AwardSubject subject() {
            return switch (oneOf(AwardSubject.Kind.values())) {
                case NOTHING -> AwardSubject.NOTHING;
                case DAY -> new AwardSubject.Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
                case PAGE -> new AwardSubject.Page("2024-01-0" + text());
                case SUBSCRIPTION -> new AwardSubject.OfSubscription("S" + text());
                case REFERRED -> new AwardSubject.Referred("P" + text());
                case EFFECTIVE_DATE -> new AwardSubject.EffectiveDate(instant());
            };
        }

        private Lot lot() {
            return new Lot(
                    text(),
                    oneOf(new AccountKind[] {
                        AccountKind.COMMERCE, AccountKind.OPEN, AccountKind.PENDING, AccountKind.VOUCHERS
                    }),
                    new Amount(EUR, 5000),
                    euros(),
                    euros(),
                    new Amount(EUR, 1000),
                    euros(),
                    instant(),
                    instant(),
                    maybe(this::instant),
                    random.nextBoolean() ? SpendConditions.NONE : conditions(),
                    oneOf(SpendMethod.values()),
                    maybe(() -> new Voucher(text(), random.nextBoolean())),
                    provenance());
        }

        private Provenance provenance() {
            Amount wished = amount();
            String offer = text();
            return new Provenance(
                    key(),
                    offer,
                    text(),
                    text(),
                    text(),
                    text(),
                    wished,
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> new Share(
                                    Party.merchant("U" + i),
                                    new Amount(wished.denomination(), 1 + i),
                                    i == 0 ? Optional.empty() : Optional.of(ExpiryPolicy.REFUND_CONTRIBUTION)))
                            .toList(),
                    offer.isEmpty() || random.nextBoolean()
                            ? List.of()
                            : List.of(BudgetName.ofOffer(offer, "DAY 2024-03-05"), BudgetName.ofOffer(offer)),
                    oneOf(ReturnPolicy.values()),
                    random.nextBoolean(),
                    some(() -> {
                        long units = random.nextLong() / 100;
                        return new Counted(key(), instant(), units, random.nextBoolean() ? units : units / 2);
                    }),
                    some(this::share),
                    dependence(),
                    some(() -> new Beaten(text(), amount())),
                    maybe(() -> new Exchanged(key(), text(), amount(), amount())));
        }

        private Dependence dependence() {
            return switch (random.nextInt(3)) {
                case 0 -> Dependence.NONE;
                case 1 -> new Dependence.OnAnother();
                default ->
                    new Dependence.OnShare(
                            amount(),
                            instant(),
                            Set.of("T", "0123"),
                            Set.of("T", "0123"),
                            new JournalPlace(text(), random.nextInt(99)));
            };
        }

        private SpendConditions conditions() {
            Set<String> codes = random.nextBoolean() ? Set.of() : Set.of("A", "0123");
            return new SpendConditions(
                    random.nextBoolean() ? ProductSelection.ALL : new ProductSelection(codes, Set.of("T"), codes),
                    random.nextBoolean()
                            ? WeeklyTimes.ALWAYS
                            : new WeeklyTimes(
                                    Set.of(oneOf(DayOfWeek.values())),
                                    some(() -> new DayHours(
                                            LocalTime.of(8, 0, random.nextInt(60)),
                                            LocalTime.of(random.nextInt(13), 0)))),
                    codes,
                    codes);
        }

        private LineShare share() {
            return new LineShare(text(), random.nextInt(100), amount());
        }

        private EventKey key() {
            return new EventKey(text(), text());
        }

        private Amount amount() {
            return new Amount(new Denomination("D1_", random.nextInt(10)), random.nextInt());
        }

        private Instant instant() {
            Instant instant = Instant.ofEpochSecond(random.nextLong() >> (20 + random.nextInt(20)));
            return random.nextBoolean() ? instant : instant.plusNanos(random.nextInt(1_000_000_000));
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }

        private <T> T oneOf(T[] values) {
            return values[random.nextInt(values.length)];
        }

        private <T> List<T> some(Supplier<T> value) {
            return IntStream.range(0, Math.max(0, random.nextInt(4) - 1))
                    .mapToObj(i -> value.get())
                    .toList();
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
        }
    }
}

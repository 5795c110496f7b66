package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.ValidityDate;
import io.rewards.catalogue.ValuedBy;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Party;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.SegmentEntity;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneType;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.InvalidInputException;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The schemas say what the readers do. */
class SchemasTest {

    private static final JsonNode PROGRAMME = Schemas.YAML.readTree(Examples.text("every-field.yaml"));
    private static final EventReader EVENTS = new EventReader(Examples.everyField());

    @Test
    void theProgrammeWithEveryFieldIsValid() {
        assertThat(Schemas.errors(Schemas.PROGRAMME, PROGRAMME)).isEmpty();
    }

    @Test
    void theEventsAreValid() {
        for (String line : Examples.events()) {
            assertThat(Schemas.errors(Schemas.EVENT, Schemas.JSON.readTree(line)))
                    .isEmpty();
        }
    }

    @Test
    void theExamplesUseEveryFieldOfTheSchemas() {
        assertThat(fieldNames(PROGRAMME)).containsAll(propertyNames(Schemas.tree("programme")));
        Set<String> used = new TreeSet<>();
        Examples.events().forEach(line -> used.addAll(fieldNames(Schemas.JSON.readTree(line))));
        assertThat(used).containsAll(propertyNames(Schemas.tree("event")));
        used.clear();
        Examples.outcomes().forEach(line -> used.addAll(fieldNames(Schemas.JSON.readTree(line))));
        assertThat(used).containsAll(propertyNames(Schemas.tree("outcome")));
    }

    @Test
    void everyFieldOfAnObjectIsDescribedOrReferredTo() {
        for (String name : List.of("programme", "event", "outcome")) {
            for (JsonNode properties : Schemas.tree(name).findValues("properties")) {
                for (JsonNode property : properties) {
                    assertThat(property.has("description")
                                    || property.has("$ref")
                                    || property.has("items")
                                    || property.has("enum")
                                    || property.has("const"))
                            .as(property.toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theSchemasNameTheConstantsOfTheCode() {
        for (Class<? extends Enum<?>> type : List.of(
                ResolutionMode.class,
                ValidityDate.class,
                AwardBase.class,
                AttributeOwner.class,
                AttributeType.class,
                SegmentEntity.class,
                SchemeState.class,
                OfferState.class,
                EvaluationMethod.class,
                AwardScope.class,
                ValuedBy.class,
                SpendMethod.class,
                ReturnPolicy.class,
                ConsumptionOrder.class,
                ClawbackPolicy.class,
                Reduction.class,
                DayOfWeek.class,
                Goal.class,
                Privacy.class,
                SignUpOption.class,
                NotificationKind.class,
                AddressType.class,
                PhoneType.class,
                EmailType.class)) {
            assertThat(constants("programme")).contains(names(type));
        }
        Set<String> rounding = names(RoundingMode.class);
        rounding.remove(RoundingMode.UNNECESSARY.name());
        Set<String> classifications = names(Classification.class);
        classifications.add("UTILIZE_FREE_CAPACITY");
        assertThat(constants("programme")).contains(rounding, classifications);
        assertThat(constants("event"))
                .contains(
                        names(TerminationReason.class),
                        names(SubscriptionChange.class),
                        names(AddressType.class),
                        names(PhoneType.class),
                        names(EmailType.class));
        Set<String> ofMerchants = names(AccountKind.class);
        ofMerchants.removeIf(name -> AccountKind.valueOf(name).owner() != Party.Kind.MERCHANT);
        Set<String> ofOthers = names(AccountKind.class);
        ofOthers.removeAll(ofMerchants);
        Set<String> subjects = names(AwardSubject.Kind.class);
        subjects.remove(AwardSubject.Kind.NOTHING.name());
        assertThat(constants("outcome"))
                .contains(
                        subjects,
                        names(Outcome.Status.class),
                        names(DeclineReason.class),
                        names(TransactionKind.class),
                        ofMerchants,
                        ofOthers,
                        names(SpendMethod.class),
                        names(ReturnPolicy.class),
                        names(Reduction.class),
                        names(SpendResult.How.class));
    }

    /** What the engine raises is not for hosts, so the schema does not have it. */
    @Test
    void theSchemaHasTheEventsOfHosts() {
        Set<String> words = new TreeSet<>();
        for (EventKind<? extends CustomerEvent> kind : EventKinds.all()) {
            if (!kind.isRaised()) {
                words.add(kind.word());
            }
        }
        assertThat(constants("event")).contains(words);
        assertThat(words).hasSize(34);
    }

    private static List<Set<String>> constants(String schema) {
        return Schemas.tree(schema).findValues("enum").stream()
                .map(values -> (Set<String>) new TreeSet<>(
                        values.values().stream().map(JsonNode::asString).toList()))
                .toList();
    }

    private static Set<String> names(Class<? extends Enum<?>> type) {
        return new TreeSet<>(Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** Every field of every object, with something else in its place that can never be right. */
    @Test
    void schemaAndReaderBothRefuseWhatHasTheWrongShape() {
        bothRefuseEveryMutation(PROGRAMME, Schemas.PROGRAMME, SchemasTest::programmeIsRead);
        for (String line : Examples.events()) {
            bothRefuseEveryMutation(Schemas.JSON.readTree(line), Schemas.EVENT, SchemasTest::eventIsRead);
        }
        for (String line : Examples.outcomes()) {
            bothRefuseEveryMutation(Schemas.JSON.readTree(line), Schemas.OUTCOME, SchemasTest::outcomeIsRead);
        }
    }

    /** Leaving something out is refused by the schema only where the reader refuses it too. */
    @Test
    void theReaderRefusesWhateverTheSchemaRefuses() {
        refusedByTheReaderToo(PROGRAMME, Schemas.PROGRAMME, SchemasTest::programmeIsRead);
        for (String line : Examples.events()) {
            refusedByTheReaderToo(Schemas.JSON.readTree(line), Schemas.EVENT, SchemasTest::eventIsRead);
        }
        for (String line : Examples.outcomes()) {
            refusedByTheReaderToo(Schemas.JSON.readTree(line), Schemas.OUTCOME, SchemasTest::outcomeIsRead);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name                             | 17                            | true",
                "/name                             | ` `                           | false",
                "/version                          | true                          | true",
                "/settings/currency                | {code: BTC, scale: 8}         | true",
                "/settings/currency                | {code: EUR, scale: 2}         | true",
                "/settings/currency                | {code: EUR}                   | false",
                "/settings/rounding                | UNNECESSARY                   | false",
                "/settings/maximumPercentage       | `'50.5'`                      | true",
                "/settings/maximumPercentage       | 50 percent                    | false",
                "/settings/spending                | {}                            | true",
                "/settings/spending                | {minimumRequest: 1 EUR}       | true",
                "/settings/spending                | {minimumRequest: EUR 1}       | false",
                "/settings/spending                | {order: fifo}                 | false",
                "/settings/spending                | {clawback: NONE}              | true",
                "/units/0/contribution             | 12.5                          | false",
                "/agreements/0/contribution        | 12.5 percent                  | false",
                "/agreements/0/contribution        | 0                             | true",
                "/agreements/0/reduction           | FRONT_END                     | true",
                "/agreements/0/automaticSpending   | `'true'`                      | false",
                "/agreements/0/awards              | {own: true, mine: true}       | false",
                "/agreements/0/classifications     | []                            | true",
                "/agreements/0/spendMethods        | [SPEND_LATER]                 | false",
                "/agreements/0/budget              | {per: MONTH}                  | false",
                "/agreements/0/ownOffers           | MAYBE                         | false",
                "/agreements/0/contributions       | []                            | true",
                "/agreements/0/contributions       | [{percentage: 5}]             | false",
                "/offerTypes/17/allows             | {}                            | true",
                "/offerTypes/17/allows             | {conditions: []}              | true",
                "/offerTypes/17/allows             | {awards: [points]}            | false",
                "/offerTypes/17/allows             | {awards: [AMOUNT]}            | false",
                "/offerTypes/17/allows             | {conditions: [minimumPurchase, promoCodes]} | true",
                "/offerTypes/17/allows             | {conditions: [minimum_purchase]} | false",
                "/offerTypes/17/allows             | {spendConditions: [tiers]}    | false",
                "/rewardsDefinitions/1/types       | []                            | false",
                "/rewardsDefinitions/1/types       | [ALL-DAY, QUIET]              | true",
                "/rewardsDefinitions/1/active      | `'false'`                     | false",
                "/offers/0/onReturn                | RE_EVALUATE                   | true",
                "/offers/0/onReturn                | KEEP                          | false",
                "/settings/neverPaid               | {attributes: {origin: [1, x]}} | true",
                "/settings/neverPaid               | {attributes: {origin: []}}    | false",
                "/settings/neverPaid               | {attributes: [origin]}        | false",
                "/offers/0/base                    | {threshold: GROSS}            | true",
                "/offers/0/base                    | {award: NET}                  | true",
                "/offers/0/base                    | {award: net}                  | false",
                "/offers/0/base                    | NET                           | false",
                "/offers/0/base                    | {awards: NET}                 | false",
                "/offers/0/excess                  | KEEP                          | true",
                "/offers/0/excess                  | LOSE                          | false",
                "/offers/0/awaitsConfirmation      | false                         | true",
                "/offers/2/spendMethod             | SPEND_ON_REQUEST              | true",
                "/offers/2/spendMethod             | SPEND_LATER                   | false",
                "/offers/0/number                  | 1.0                           | true",
                "/offers/0/number                  | 1.5                           | false",
                "/offers/0/number                  | `'1'`                         | false",
                "/offers/0/description             | ``                            | true",
                "/offers/0/classification          | UTILIZE_FREE_CAPACITY         | true",
                "/offers/0/classification          | utilise_free_capacity         | false",
                "/offers/0/effectiveSince          | 2024-01-01T00:00+02:00        | true",
                "/offers/0/effectiveSince          | 2024-01-01 00:00              | false",
                "/offers/0/onlyIfBest              | `'true'`                      | false",
                "/offers/0/terms                   | {from: 1}                     | false",
                "/offers/0/award                   | {}                            | false",
                "/offers/0/award                   | {amount: 1, percentage: 1}    | false",
                "/offers/0/award                   | {amount: 1.5e0}               | true",
                "/offers/0/award                   | {amount: 2 EUR}               | true",
                "/offers/0/award                   | {amount: 2, atMost: 3}        | false",
                "/offers/0/award                   | {percentage: 5, atMost: 3}    | true",
                "/offers/0/award                   | {percentage: 5, atLeast: 1, atMost: 3} | true",
                "/offers/0/award                   | {atMost: 3}                   | false",
                "/offers/0/award                   | {rate: {amount: 1, per: 10.00}} | true",
                "/offers/0/award                   | {rate: {amount: 1, per: 10, steps: EXACT}, atLeast: 1} | true",
                "/offers/0/award                   | {rate: {amount: 1}}           | false",
                "/offers/0/award                   | {rate: {amount: 1, per: 1, steps: HALF}} | false",
                "/offers/0/award                   | {rate: {amount: 1, per: 1}, percentage: 5} | false",
                "/offers/0/award                   | {amount: EUR 2}               | false",
                "/offers/0/awardValidity           | NEVER                         | false",
                "/offers/0/awardValidity           | {}                            | true",
                "/offers/0/awardValidity           | {expires: {}}                 | false",
                "/offers/0/awardValidity           | {expires: {after: 3 FORTNIGHTS}} | false",
                "/offers/0/awardValidity           | {expires: {after: 3 Days}}    | true",
                "/offers/0/validity                | {}                            | false",
                "/offers/0/validity                | {specificPeriods: []}         | false",
                "/offers/0/validity                | FOREVER                       | false",
                "/offers/0/conditions/times/hours  | [15-18]                       | false",
                "/offers/0/conditions/times        | [{days: [FRIDAY], from: '22:00', to: '02:00'}] | true",
                "/offers/0/conditions/times        | [{days: [FRIDAY], hours: ['22:00-23:00']}] | false",
                "/offers/0/conditions/times        | [{from: '22:00', to: 2}]      | false",
                "/offers/0/conditions/times        | []                            | false",
                "/offers/0/conditions/times        | {from: '22:00'}               | false",
                "/offers/0/conditions/promoCodes   | ['']                          | false",
                "/offers/0/conditions/promoCodes   | WELCOME                       | false",
                "/offers/0/conditions/paymentMedia | {identifierHashes: ['4111111111111111']} | false",
                "/offers/0/conditions/minimumPurchase | 2.50                       | true",
                "/offers/0/conditions/minimumPurchase | EUR 2.50                   | false",
                "/offers/0/conditions/times/days   | [Monday]                      | false",
                "/offers/0/conditions/attributes   | [{attribute: event.channel}]  | false",
                "/offers/0/conditions/attributes   | [{attribute: event.channel, is: []}] | false",
                "/offers/0/conditions/attributes   | []                            | true",
                "/offers/0/caps                    | []                            | true",
                "/offers/0/caps                    | {total: {awards: 1}}          | true",
                "/offers/0/caps                    | {perParticipant: {awards: 1, amount: 5}} | true",
                "/offers/0/caps                    | {}                            | true",
                "/offers/0/caps                    | {total: {awards: 1, per: DAY}} | false",
                "/offers/0/caps                    | {all: {awards: 1}}            | false",
                "/offers/0/caps                    | [{awards: 1}]                 | false",
                "/offers/0/caps                    | [{of: ALL}]                   | false",
                "/offers/0/caps                    | [{of: ALL, awards: 1, amount: 2}] | false",
                "/offers/0/caps                    | [{of: ALL, awards: 1, per: LIFE}] | true",
                "/offers/0/caps                    | [{of: ALL, awards: 1, per: WEEK}] | true",
                "/offers/0/caps                    | [{of: ALL, awards: 1, per: HOUR}] | false",
                "/offers/0/caps                    | [{of: PARTICIPANT, awards: 1, per: {within: 30 DAYS}}] | true",
                "/offers/0/caps                    | [{of: PARTICIPANT, awards: 1, per: {}}] | false",
                "/offers/1/terms                   | {}                            | false",
                "/offers/1/terms                   | {from: 1}                     | true",
                "/offers/2/terms                   | {}                            | true",
                "/offers/3/terms                   | {target: 1, period: 1 DAYS}   | true",
                "/offers/3/terms                   | {target: 1, period: 1 DAYS, excess: KEEP} | false",
                "/offers/6/terms                   | {}                            | false",
                "/offers/6/terms                   | {page: P}                     | true",
                "/offers/6/terms                   | {limit: ONLY_ONE}             | false",
                "/offers/6/terms/limit             | ONLY_ONE_PER_PERIOD           | false",
                "/offers/6/terms/limit             | {onePer: 1 month}             | true",
                "/offers/6/marketing               | {backgroundColour: red}       | false",
                "/offers/6/marketing               | {backgroundColour: '#123456'} | true",
                "/offers/7/terms                   | {achievements: []}            | false",
                "/offers/7/terms                   | {achievements: [QUIZ]}        | true",
                "/offers/8/terms                   | {achievements: [QUIZ], from: 1, to: 1} | true",
                "/offers/9/terms                   | {kpis: []}                    | false",
                "/offers/9/terms                   | {kpis: [{kpi: LOSS}]}         | false",
                "/offers/9/terms                   | {kpis: [{kpi: LOSS, from: 1e2}]} | true",
                "/offers/10/terms                  | {limit: MULTIPLE}             | false",
                "/offers/11/terms                  | {}                            | true",
                "/offers/13/terms                  | {}                            | false",
                "/offers/13/terms                  | {phones: {}}                  | false",
                "/offers/13/terms                  | {phones: {types: [FAX]}}      | true",
                "/offers/13/terms                  | {addresses: {fields: [TOWN]}} | false",
                "/offers/15/terms                  | {maximumInterruption: 5}      | false",
                "/offers/15/terms                  | {period: 30 days}             | true",
                "/schemes/0/signUp                 | {}                            | false",
                "/schemes/0/signUp                 | {option: AUTO}                | true",
                "/templates/0/content/number       | 1                             | false",
                "/templates/0/content/state        | EFFECTIVE                     | false",
                "/runs/0/recurrence                | {rule: FREQ=DAILY}            | false",
                "/messages/0/text                  | ` `                           | false",
            })
    void schemaAndReaderAgree(String pointer, String replacement, boolean valid) {
        JsonNode mutated = PROGRAMME.deepCopy();
        int last = pointer.lastIndexOf('/');
        ObjectNode object = (ObjectNode) mutated.at(pointer.substring(0, last));
        JsonNode value = replacement.isBlank() ? StringNode.valueOf(replacement) : Schemas.YAML.readTree(replacement);
        object.set(pointer.substring(last + 1), value);

        assertThat(Schemas.errors(Schemas.PROGRAMME, mutated).isEmpty()).isEqualTo(valid);
        assertThat(programmeIsRead(mutated)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INV-2    | spend            | {}                             | true",
                "INV-2    | spend            | {amount: 3}                    | true",
                "INV-2    | spend            | {amount: 3 EUR}                | true",
                "INV-2    | spend            | {amount: EUR}                  | false",
                "INV-2    | spend            | {hold: {id: H, system: pos}}   | true",
                "INV-2    | spend            | {hold: {system: pos}}          | false",
                "INV-2    | spend            | all                            | false",
                "INV-2    | discounts        | [{amount: 1}]                  | true",
                "INV-2    | discounts        | [{amount: 1, lines: [A]}]      | true",
                "INV-2    | discounts        | [{lines: [A]}]                 | false",
                "INV-2    | discounts        | {amount: 1}                    | false",
                "INV-2    | lines            | [{product: A, quantity: 1, total: 1, kind: FEE}] | true",
                "INV-2    | lines            | [{product: A, quantity: 1, total: 1, kind: TAX}] | false",
                "INV-2    | returned         | []                             | true",
                "INV-2    | returned         | [{purchase: A, line: 1}]       | false",
                "RET-1    | lines            | [{purchase: {id: A}, line: 1, quantity: 1}] | true",
                "RET-1    | lines            | [{purchase: A, line: 1, amount: 1.50}] | true",
                "RET-1    | lines            | [{purchase: A, line: 1}]       | false",
                "RET-1    | lines            | [{purchase: A, line: 1, quantity: 1, amount: 1.50}] | true",
                "RET-1    | lines            | [{product: A, quantity: 1, total: 1}] | false",
                "RET-1    | denomination     | EUR                            | false",
                "SPEND-2  | amount           | 2.50 EUR                       | true",
                "SPEND-2  | amount           | EUR 2.50                       | false",
                "SPEND-2  | denomination     | EUR                            | true",
                "SPEND-2  | purchase         | {id: A, system: pos}           | true",
                "SPEND-2  | purchase         | {id: A, name: B}               | false",
                "SPEND-2  | purchase         | {id: ' '}                      | false",
                "SPEND-2  | purchase         | {}                             | false",
                "SPEND-2  | purchase         | 17                             | true",
                "SPEND-2  | purchase         | true                           | true",
                "RED-2    | amount           | 1.50 EUR                       | false",
                "ADJ-1    | amount           | -5                             | true",
                "ADJ-1    | reason           | ' '                            | false",
                "CANCEL-1 | reason           | ''                             | true",
                "HOLD-1   | amount           | 3 EUR                          | true",
                "HOLD-1   | until            | 2024-03-08T12:00:00            | false",
                "ANS-1    | paid             | 'true'                         | false",
                "OUT-1    | reason           | why                            | false",
            })
    void schemaAndReaderAgreeOnEvents(String id, String field, String replacement, boolean valid) {
        ObjectNode event = Examples.events().stream()
                .map(line -> (ObjectNode) Schemas.JSON.readTree(line))
                .filter(tree -> tree.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        event.set(field, Schemas.YAML.readTree(replacement));

        assertThat(Schemas.errors(Schemas.EVENT, event).isEmpty()).isEqualTo(valid);
        assertThat(eventIsRead(event)).isEqualTo(valid);
    }

    private static void bothRefuseEveryMutation(JsonNode document, Schema schema, Predicate<JsonNode> isRead) {
        List<Mutations.Mutation> mutations = List.of(
                (object, field) -> object.set(field + "X", object.get(field)),
                (object, field) -> object.putNull(field),
                (object, field) -> object.set(
                        field,
                        object.get(field).isContainer()
                                ? StringNode.valueOf("?!")
                                : Schemas.JSON.createArrayNode().add(1)),
                (object, field) -> object.set(
                        field,
                        object.get(field).isArray()
                                ? Schemas.JSON.createObjectNode().put("code", "X")
                                : Schemas.JSON.createArrayNode()));
        for (Mutations.Mutation mutation : mutations) {
            Mutations.ofEveryField(document, mutation, mutated -> {
                if (mutated.equals(document) || emptied(mutated) > emptied(document)) {
                    return;
                }
                assertThat(Schemas.errors(schema, mutated))
                        .as(mutated.toString())
                        .isNotEmpty();
                assertThat(isRead.test(mutated)).as(mutated.toString()).isFalse();
            });
        }
    }

    /** How many fields a change of a profile empties, by saying null. */
    private static long emptied(JsonNode event) {
        if (!event.path("type").asString("").equals("profile_changed")) {
            return 0;
        }
        JsonNode profile = event.path("profile");
        JsonNode preferences = profile.path("preferences");
        return nulls(profile) + (preferences.isNull() ? Long.MAX_VALUE / 2 : nulls(preferences));
    }

    private static long nulls(JsonNode object) {
        return object.valueStream().filter(JsonNode::isNull).count();
    }

    private static void refusedByTheReaderToo(JsonNode document, Schema schema, Predicate<JsonNode> isRead) {
        Mutations.ofEveryField(document, (object, field) -> object.remove(field), mutated -> {
            if (!Schemas.errors(schema, mutated).isEmpty()) {
                assertThat(isRead.test(mutated)).as(mutated.toString()).isFalse();
            }
        });
    }

    private static Set<String> fieldNames(JsonNode document) {
        Set<String> names = new TreeSet<>();
        Mutations.objects(document).forEach(object -> names.addAll(object.propertyNames()));
        return names;
    }

    private static Set<String> propertyNames(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.findValues("properties").forEach(properties -> names.addAll(properties.propertyNames()));
        return names;
    }

    private static boolean programmeIsRead(JsonNode document) {
        return isRead(() -> ProgrammeReader.read("test", document));
    }

    private static boolean eventIsRead(JsonNode document) {
        return isRead(() -> EVENTS.read("test", document));
    }

    private static boolean outcomeIsRead(JsonNode document) {
        return isRead(() -> OutcomeReader.read("test", document));
    }

    private static boolean isRead(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}

package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.Purchase;
import io.rewards.participant.Profile;
import io.rewards.problem.InvalidInputException;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that an analyst adds or changes, and reloading them. */
class OwnRulesTest {

    private static final Offer ANY = offer(
                    "A", new Terms.TransactionRevenue(eur("5.00"), Optional.empty()), fixed("1.00"))
            .build();

    private static final String NO_KIOSK = """
            package house;

            import io.rewards.decision.Candidate;
            import io.rewards.decision.DeclineReason;

            global io.rewards.rules.Proposals propose;

            rule "House: what is bought at the kiosk earns nothing"
                @id( HSE-010 )
            when
                $c : Candidate( attribute("event.channel") == "KIOSK" )
            then
                propose.decline( $c, DeclineReason.HOUSE_RULE );
            end
            """;

    private final Shop shop = Shop.of(declaring(AttributeType.TEXT), Profile.EMPTY);

    @Test
    void anAddedRuleDeclinesWithItsNameAsTheReason() {
        shop.engine.reload(pack("house/house.drl", NO_KIOSK));
        Outcome outcome = shop.engine.evaluate(through("KIOSK"));
        assertThat(declines(outcome, "A")).singleElement().satisfies(decline -> {
            assertThat(decline.rule()).isEqualTo("HSE-010");
            assertThat(decline.reason()).isEqualTo(DeclineReason.HOUSE_RULE);
            assertThat(decline.sentence()).isEqualTo("House: what is bought at the kiosk earns nothing");
        });
        assertThat(award(shop.engine.evaluate(through("WEB")), "A")).isEqualTo("1.00 EUR");
        assertThat(award(shop.buy("2024-03-05", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void reloadingChangesTheHashThatOutcomesCarry() {
        String before = shop.engine.packHash();
        shop.engine.reload(pack("house/house.drl", NO_KIOSK));
        assertThat(shop.engine.packHash()).isNotEqualTo(before);
        assertThat(shop.buy("2024-03-05", "10.00").pack()).isEqualTo(shop.engine.packHash());
        shop.engine.reload(RulePack.builtIn());
        assertThat(shop.engine.packHash()).isEqualTo(before);
    }

    @Test
    void aReplacedFileTakesThePlaceOfTheBuiltInOne() {
        String file = "increase_revenue_transaction_based/increase_revenue_transaction_based.drl";
        String strict = RulePack.builtIn()
                .files()
                .get(file)
                .replace("base >= minimum", "base > minimum")
                .replace("base < minimum", "base <= minimum");
        assertThat(award(shop.buy("2024-03-05", "5.00"), "A")).isEqualTo("1.00 EUR");
        shop.engine.reload(pack(file, strict));
        assertThat(award(shop.buy("2024-03-05", "5.00"), "A")).isEqualTo("none");
        assertThat(award(shop.buy("2024-03-05", "5.01"), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void aNarrowedRuleWithoutADeclineBesideItStillSaysWhatWasMissing() {
        String file = "increase_revenue_transaction_based/increase_revenue_transaction_based.drl";
        String narrowed = RulePack.builtIn()
                .files()
                .get(file)
                .replace(
                        "base <= maximum )",
                        "base <= maximum, attribute(\"event.channel\") == \"WEB\", quantity >= 2 )");
        shop.engine.reload(pack(file, narrowed));
        assertThat(declines(shop.engine.evaluate(through("KIOSK")), "A"))
                .singleElement()
                .satisfies(decline -> {
                    assertThat(decline.rule()).isEqualTo("TRX-010");
                    assertThat(decline.reason()).isEqualTo(DeclineReason.CONDITION_NOT_MET);
                    assertThat(decline.sentence())
                            .isEqualTo(
                                    "The rule asks for attribute(\"event.channel\") == \"WEB\", which does not hold.");
                });
        assertThat(declines(shop.engine.evaluate(through("WEB")), "A"))
                .singleElement()
                .extracting(decline -> decline.required().orElseThrow().text())
                .isEqualTo("quantity >= 2");
    }

    @Test
    void rulesWithMistakesAreRefusedWholeAndTheOldOnesStay() {
        String wrong =
                NO_KIOSK.replace("Candidate( attribute", "Candidate( atribute").replace("HOUSE_RULE", "HAUS");
        String before = shop.engine.packHash();
        assertThatThrownBy(() -> shop.engine.reload(pack("house/house.drl", wrong)))
                .isInstanceOf(RuleCompilationException.class)
                .hasMessageContaining("house/house.drl:11")
                .hasMessageContaining("house/house.drl:13")
                .hasMessageContaining("HSE-010");
        assertThat(shop.engine.packHash()).isEqualTo(before);
        assertThat(award(shop.engine.evaluate(through("KIOSK")), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void anAttributeThatTheProgrammeDoesNotDeclareIsRefused() {
        Shop plain = Shop.with(ANY);
        assertThatThrownBy(() -> plain.engine.reload(pack("house/house.drl", NO_KIOSK)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("house/house.drl:11 [HSE-010] event.channel");
        shop.engine.reload(pack("house/house.drl", NO_KIOSK));
        assertThatThrownBy(() -> shop.engine.reload(plain.engine.programme()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(award(shop.engine.evaluate(through("KIOSK")), "A")).isEqualTo("none");
    }

    @Test
    void anAttributeOfAnotherTypeIsRefused() {
        String number = NO_KIOSK.replace("attribute(\"event.channel\") == \"KIOSK\"", "number(\"event.channel\") == 3");
        assertThatThrownBy(() -> shop.engine.reload(pack("house/house.drl", number)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("as WHOLE_NUMBER");
        Shop counting = Shop.of(declaring(AttributeType.WHOLE_NUMBER), Profile.EMPTY);
        counting.engine.reload(pack("house/house.drl", number));
        assertThat(award(counting.buy("2024-03-05", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    private static RulePack pack(String file, String text) {
        return RulePack.builtIn().with("own", Map.of(file, text));
    }

    private static Programme declaring(AttributeType type) {
        Programme plain = Shop.programme(Shop.settings(), ANY);
        return plain.toBuilder()
                .withAttributes(List.of(new AttributeDeclaration(AttributeOwner.EVENT, "channel", type)))
                .build();
    }

    private Purchase through(String channel) {
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        return purchase.withHeader(
                purchase.header().with(new Attributes(Map.of("channel", new AttributeValue.Text(channel)))));
    }
}

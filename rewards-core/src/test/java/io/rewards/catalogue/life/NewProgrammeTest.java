package io.rewards.catalogue.life;

import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.ValidityDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewProgrammeTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Nicosia");
    private static final Programme BAKERY = NewProgramme.of("Corner Bakery", Settings.of(ZONE, Programmes.EUR));

    @Test
    void aNewBusinessHasOneSchemeUnderItsNameThatEverybodyJoinsOnceItIsEffective() {
        assertThat(BAKERY.schemes()).hasSize(1);
        Scheme scheme = BAKERY.schemes().get(0);
        assertThat(scheme.name()).isEqualTo("Corner Bakery");
        assertThat(scheme.state()).isEqualTo(SchemeState.NOT_EFFECTIVE);
        assertThat(scheme.signUp().option()).isEqualTo(SignUpOption.AUTO);
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void thereIsOneOfferForEachGoal(Goal goal) {
        assertThat(Catalogue.of(BAKERY).offersFor(goal)).hasSize(1).allSatisfy(offer -> {
            assertThat(offer.state()).isEqualTo(OfferState.NOT_EFFECTIVE);
            assertThat(offer.latestEffectiveDate()).isEmpty();
            assertThat(offer.scheme()).isEqualTo(NewProgramme.SCHEME);
        });
    }

    @Test
    void theGoalOfATypeGoesBeforeThatOfItsClassification() {
        OfferType donations = new OfferType(
                "EVERY-PURCHASE",
                "Donations",
                Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                Set.of(),
                Optional.of(Goal.CHANGE_BEHAVIOUR));
        CatalogueHistory changed = CatalogueHistory.of(BAKERY)
                .part(Part.OFFER_TYPES, ANNA)
                .edit(donations)
                .orElseThrow();
        Catalogue catalogue = Catalogue.of(changed.current());
        assertThat(catalogue.offersFor(Goal.INCREASE_REVENUE)).isEmpty();
        assertThat(catalogue.offersFor(Goal.CHANGE_BEHAVIOUR))
                .extracting(Offer::code)
                .containsExactly("EVERY-PURCHASE", "WELCOME");
    }

    @Test
    void allOfItCanBeActivated() {
        CatalogueHistory history = CatalogueHistory.of(BAKERY)
                .schemes(ANNA)
                .activate(NewProgramme.SCHEME)
                .orElseThrow();
        for (Offer offer : BAKERY.offers()) {
            history = history.offers(ANNA).activate(offer.code()).orElseThrow();
        }
        assertThat(history.current().version()).isEqualTo("1+5");
    }

    @Test
    void aCurrencyWithoutCentsWillDo() {
        Programme yen = NewProgramme.of("Bakery", Settings.of(ZONE, new Denomination("JPY", 0)));
        assertThat(CatalogueHistory.of(yen).current()).isEqualTo(yen);
    }

    @Test
    void percentagesStayBelowTheMaximumOfTheSettings() {
        Percentage most = Percentage.of("0.5");
        Settings settings = new Settings(
                ZONE,
                Programmes.EUR,
                List.of(),
                Rounding.HALF_UP,
                ResolutionMode.OFFER_FLAG,
                most,
                ValidityDate.PERFORMED,
                AwardBase.GROSS,
                "en",
                Optional.empty(),
                false,
                SpendSettings.DEFAULT);
        Programme programme = NewProgramme.of("Bakery", settings);
        assertThat(CatalogueHistory.of(programme).current().offers())
                .extracting(Offer::award)
                .contains(new Award.PercentageOfPurchase(most));
    }
}

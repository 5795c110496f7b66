package io.rewards.rules;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Classification;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.FriendsAward;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.SubscriptionChange;
import io.rewards.testkit.chance.Dice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws what the participants of a {@link RandomShop} do, and what the engine raises about them. For one shop. */
final class RandomShopEvents {

    private static final int KINDS = 20;

    private final Dice dice;
    private final RandomShop shop;
    private final RandomPeople people;

    RandomShopEvents(Dice dice, RandomShop shop, RandomPeople people) {
        this.dice = dice;
        this.shop = shop;
        this.people = people;
    }

    /** An event of any kind; one in four is a purchase. */
    CustomerEvent event(Loaded account) {
        EventHeader header = shop.header(account);
        return switch (dice.between(1, KINDS)) {
            case 1 -> new SocialMediaLike(header, dice.oneOf(RandomShop.PAGES));
            case 2 -> new WebsiteVisit(header, dice.oneOf(RandomShop.PAGES));
            case 3 -> new Achievement(header, dice.oneOf(RandomShop.ACHIEVEMENTS));
            case 4 -> new FinancialAchievement(header, dice.oneOf(RandomShop.ACHIEVEMENTS), shop.amount());
            case 5 -> new FinancialStatement(header, dice.oneOf(RandomShop.ACHIEVEMENTS), kpis());
            case 6 ->
                new ReferredAwarded(
                        header,
                        dice.oneOf(RandomShop.FRIENDS),
                        "REFERRAL",
                        dice.once(4) ? Optional.empty() : Optional.of(friendsAward(header)));
            case 7 -> new SchemeSignUp(header, dice.oneOf(RandomShop.SCHEMES), "");
            case 8 -> new ParticipantRegistered(header, account.participant().profile());
            case 9 -> new FirstAward(header);
            case 10 -> new ProfileChanged(header, account.participant().profile(), "");
            case 11 -> new SegmentChanged(header, "STUDENTS", dice.once(2));
            case 12 -> new SubscriptionChanged(header, people.subscription(), dice.oneOf(SubscriptionChange.values()));
            case 13 -> new ParticipantVisited(header, "NIGHT", Optional.of(people.subscription()));
            case 14 -> new Referral(header, dice.oneOf(RandomShop.FRIENDS));
            case 15, 16 -> new ParticipantVisited(header, "NIGHT", Optional.empty());
            default -> shop.purchase(account);
        };
    }

    private FriendsAward friendsAward(EventHeader header) {
        Instant referredOn = dice.oneOf(
                header.performedOn(),
                header.performedOn().minusSeconds(1),
                header.performedOn().minus(1, ChronoUnit.DAYS),
                header.performedOn().minus(40, ChronoUnit.DAYS));
        return new FriendsAward(
                EventKey.of("BOUGHT"),
                RandomShop.typeOf(dice.oneOf(
                        Classification.UTILISE_FREE_CAPACITY,
                        Classification.REWARD_SIGN_UPS,
                        Classification.REWARD_ON_BIRTHDAY)),
                dice.once(4) ? Optional.empty() : Optional.of(shop.amount()),
                referredOn,
                referredOn.minus(dice.oneOf(0, 1, 2, 50), ChronoUnit.DAYS),
                dice.once(4) ? Optional.of(referredOn.minusSeconds(5)) : Optional.empty(),
                dice.once(4) ? Set.of() : shop.referralOffers());
    }

    private SortedMap<String, BigDecimal> kpis() {
        SortedMap<String, BigDecimal> kpis = new TreeMap<>();
        for (String kpi : RandomShop.KPIS) {
            if (!dice.once(4)) {
                kpis.put(kpi, new BigDecimal(dice.oneOf(RandomShop.KPI_VALUES)));
            }
        }
        return kpis;
    }
}

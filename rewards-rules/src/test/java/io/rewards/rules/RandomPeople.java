package io.rewards.rules;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Address;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Participant;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Subscription;
import io.rewards.participant.Subscription.Interruption;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.testkit.chance.Dice;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Draws the participants of a {@link RandomShop} and their pasts. For one shop. */
final class RandomPeople {

    private final Dice dice;
    private final RandomShop shop;

    RandomPeople(Dice dice, RandomShop shop) {
        this.dice = dice;
        this.shop = shop;
    }

    /** A participant who has been around. */
    Loaded account() {
        Participant participant =
                Participant.registered(shop.number("P"), registeredOn(), dice.oneOf(RandomShop.UNITS), profile());
        for (String scheme : RandomShop.SCHEMES) {
            if (!dice.once(5)) {
                Instant on = dice.once(4) ? shop.moment() : Instant.parse("2021-01-01T00:00:00Z");
                participant = participant.with(SchemeMembership.of(scheme, on, dice.oneOf(RandomShop.UNITS), ""));
            }
        }
        for (String id : RandomShop.SUBSCRIPTIONS) {
            if (!dice.once(4)) {
                participant = participant.with(subscription(id));
            }
        }
        Account account = Account.of(participant).with(new Counters(progress(), collected()));
        List<PastAward> inherited = inherited();
        PastChanges past =
                PastChanges.of(transactions(participant.id()), List.of()).inheriting(inherited);
        return new Loaded(account, MemoryPast.on(Past.NONE, past));
    }

    /** Id of a subscription that participants may have. */
    String subscription() {
        return dice.once(8) ? "UNKNOWN" : dice.oneOf(RandomShop.SUBSCRIPTIONS);
    }

    private Instant registeredOn() {
        return dice.once(4) ? shop.moment() : Instant.parse("2020-01-01T00:00:00Z");
    }

    private Profile profile() {
        Profile profile = Profile.EMPTY
                .withSegments(dice.perhapsSome(RandomShop.SEGMENTS.subList(0, 3), 2))
                .withAddresses(dice.list(0, 2, this::address))
                .withPhones(dice.list(0, 2, this::phone))
                .withEmails(dice.list(0, 2, this::email))
                .withTier(dice.oneOf("", "SILVER", "GOLD"))
                .withAttributes(shop.attributes(AttributeOwner.PARTICIPANT));
        if (!dice.once(4)) {
            profile = profile.withDateOfBirth(
                    dice.once(3) ? LocalDate.of(2000, 2, 29) : shop.day().minusYears(30));
        }
        return dice.once(4)
                ? profile
                : profile.withNameDay(dice.once(3) ? MonthDay.of(2, 29) : MonthDay.from(shop.day()));
    }

    private Address address() {
        Address home = Address.of(
                !dice.once(3),
                "GR",
                dice.oneOf(RandomShop.PLACES),
                dice.oneOf(RandomShop.PLACES),
                dice.oneOf(RandomShop.PLACES));
        return dice.once(3)
                ? new Address(home.active(), AddressType.BUSINESS, Map.of(AddressField.TOWN, home.city()))
                : home;
    }

    private Phone phone() {
        return new Phone(
                dice.oneOf(PhoneType.MOBILE, PhoneType.LANDLINE),
                Map.of(PhoneField.NUMBER, dice.oneOf("", "99123456"), PhoneField.COUNTRY, dice.oneOf("", "357")));
    }

    private Email email() {
        return new Email(dice.oneOf(EmailType.PERSONAL, EmailType.BUSINESS), dice.oneOf("", "a@b.example"));
    }

    private Subscription subscription(String id) {
        Instant on = shop.moment().minus(Duration.ofDays(dice.oneOf(0, 1, 31, 365, 366)));
        Instant start = on;
        List<Interruption> interruptions = new ArrayList<>();
        for (int gaps = dice.between(0, 2); gaps > 0; gaps--) {
            Instant from = on.plus(Duration.ofDays(dice.oneOf(0, 1, 30)));
            on = from.plus(Duration.ofDays(dice.oneOf(0, 1, 2, 5, 6, 30)));
            interruptions.add(new Interruption(from, Optional.of(on)));
        }
        if (dice.once(6)) {
            interruptions.add(new Interruption(on, Optional.empty()));
        }
        return new Subscription(id, start, interruptions, dice.once(8) ? Optional.of(on) : Optional.empty());
    }

    private Map<String, List<Counted>> progress() {
        Map<String, List<Counted>> progress = new TreeMap<>();
        for (Offer offer : shop.catalogue().programme().offers()) {
            boolean accumulates = switch (offer.classification()) {
                case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED,
                        REWARD_LOYALTY_TRANSACTION_NUMBER_BASED,
                        REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> true;
                default -> false;
            };
            if (accumulates && !dice.once(3)) {
                progress.put(offer.code(), dice.list(0, 3, () -> counted(offer.classification())));
            }
        }
        return progress;
    }

    private Counted counted(Classification classification) {
        long units = switch (classification) {
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED -> shop.amount().units();
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> 1;
            default -> dice.between(0, 3);
        };
        return new Counted(EventKey.of(shop.number("E")), shop.moment(), units);
    }

    private Map<String, List<Collected>> collected() {
        Map<String, List<Collected>> collected = new TreeMap<>();
        for (Offer offer : shop.catalogue().programme().offers()) {
            boolean collects = offer.classification() == Classification.REWARD_ACHIEVEMENTS
                    || offer.classification() == Classification.REWARD_FINANCIAL_ACHIEVEMENTS;
            if (collects && dice.once(2)) {
                collected.put(
                        offer.code(),
                        dice.list(
                                1,
                                2,
                                () -> new Collected(
                                        EventKey.of(shop.number("E")),
                                        shop.moment(),
                                        dice.oneOf(RandomShop.ACHIEVEMENTS))));
            }
        }
        return collected;
    }

    private List<PastAward> inherited() {
        return awarded(8)
                .map(offer -> new PastAward(
                        offer.code(),
                        offer.type(),
                        offer.scheme(),
                        subject(offer),
                        shop.amount(),
                        shop.moment(),
                        shop.number("L"),
                        "",
                        JournalPlace.BEFORE_ALL,
                        Dependence.NONE))
                .toList();
    }

    private List<Transaction> transactions(String participant) {
        if (dice.once(4)) {
            return List.of();
        }
        List<Transaction> transactions = new ArrayList<>(dice.list(
                0,
                4,
                () -> transaction(
                        participant,
                        dice.oneOf(TransactionKind.AWARD, TransactionKind.SPEND),
                        "PAST",
                        RandomShop.typeOf(dice.oneOf(Classification.values())),
                        dice.oneOf(RandomShop.SCHEMES),
                        AwardSubject.NOTHING)));
        awarded(6)
                .map(offer -> transaction(
                        participant, TransactionKind.AWARD, offer.code(), offer.type(), offer.scheme(), subject(offer)))
                .forEach(transactions::add);
        return transactions;
    }

    private Transaction transaction(
            String participant, TransactionKind kind, String offer, String type, String scheme, AwardSubject subject) {
        String id = shop.number("T");
        Instant on = shop.moment();
        return new Transaction(
                id,
                kind,
                dice.once(2)
                        ? shop.amount()
                        : new Amount(dice.oneOf(RandomShop.PTS, RandomShop.MILES), dice.between(1, 20)),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                AccountName.of(Party.participant(participant), AccountKind.COMMERCE),
                Cause.of(EventKey.of("E" + id), participant, "U1"),
                new Origin(offer, type, scheme, "TRX-010", "L" + id, subject),
                Note.NONE,
                on,
                on);
    }

    /** Some offers that are not about purchases. */
    private Stream<Offer> awarded(int times) {
        return shop.catalogue().programme().offers().stream()
                .filter(offer -> !offer.classification().isAboutPurchases() && dice.once(times));
    }

    /** What an award of this offer may have been for. */
    private AwardSubject subject(Offer offer) {
        return switch (offer.classification()) {
            case REWARD_BEHAVIOR -> new AwardSubject.Page(dice.oneOf(RandomShop.PAGES));
            case REWARD_REFERRALS -> new AwardSubject.Referred(dice.oneOf(RandomShop.FRIENDS));
            case REWARD_ON_BIRTHDAY, REWARD_ON_NAME_DAY -> new AwardSubject.Day(shop.day());
            case REWARD_SUBSCRIPTION_MATURITY -> new AwardSubject.OfSubscription(dice.oneOf(RandomShop.SUBSCRIPTIONS));
            case JUST_MONEY ->
                dice.once(2)
                        ? new AwardSubject.EffectiveDate(shop.moment())
                        : offer.latestEffectiveDate()
                                .<AwardSubject>map(AwardSubject.EffectiveDate::new)
                                .orElse(AwardSubject.NOTHING);
            default -> AwardSubject.NOTHING;
        };
    }
}

package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which events the model turns away. Source: domain 2.4 C11, 4.1 to 4.6, 12.1 Q15, Q16. */
final class Refusals {

    private final Programme programme;
    private final Map<String, Person> people;
    private final Set<String> usedCodes;

    Refusals(Programme programme, Map<String, Person> people, Set<String> usedCodes) {
        this.programme = programme;
        this.people = people;
        this.usedCodes = usedCodes;
    }

    boolean refuses(CustomerEvent event, Instant now) {
        Person person = people.get(event.participant());
        if (event.performedOn().isAfter(now) || !Island.UNITS.contains(event.unit())) {
            return true;
        }
        if (event instanceof ParticipantRegistered registered) {
            return person != null || isWrong(registered.profile(), now);
        }
        if (person == null || (person.terminated && !(event instanceof DuplicateMerged))) {
            return true;
        }
        return saysNonsense(event, now) || cannotBe(event, person);
    }

    private boolean saysNonsense(CustomerEvent event, Instant now) {
        if (event instanceof ProfileChanged changed) {
            return isWrong(changed.change().profile(), now);
        }
        if (event instanceof SegmentChanged changed) {
            return !Island.SEGMENTS.contains(changed.segment());
        }
        if (event instanceof SocialMediaLike like) {
            return like.page().isBlank();
        }
        if (event instanceof WebsiteVisit visit) {
            return visit.url().isBlank();
        }
        if (event instanceof Achievement achievement) {
            return !Island.CLASSIFICATIONS.contains(achievement.classification());
        }
        if (event instanceof FinancialAchievement achievement) {
            return !Island.CLASSIFICATIONS.contains(achievement.classification())
                    || achievement.amount().compareTo(Amount.zero(Island.EUR)) < 0;
        }
        return event instanceof FinancialStatement statement
                && (!Island.CLASSIFICATIONS.contains(statement.classification())
                        || statement.kpis().containsKey("UNHEARD_OF"));
    }

    private boolean cannotBe(CustomerEvent event, Person person) {
        if (event instanceof SchemeSignUpRequested requested) {
            return cannotAsk(requested, person);
        }
        if (event instanceof SchemeSignUp signUp) {
            return cannotJoin(signUp, person);
        }
        if (event instanceof SchemeSignOff signOff) {
            Instant joined = person.joined.get(signOff.scheme());
            return joined == null || signOff.performedOn().isBefore(joined);
        }
        if (event instanceof SubscriptionChanged changed) {
            return cannotTurn(changed, person);
        }
        if (event instanceof AccessTokenChanged changed) {
            return cannotChange(changed, person);
        }
        if (event instanceof SpendBlockingChanged changed) {
            return changed.blocked() == person.blocked;
        }
        if (event instanceof Referral referral) {
            return referral.referrer().equals(person.id)
                    || person.referred.isPresent()
                    || !takesPart(referral.referrer())
                    || people.get(referral.referrer()).referredOnceBy.contains(person.id);
        }
        return event instanceof ParticipantTerminated terminated && cannotEnd(terminated, person);
    }

    private boolean cannotAsk(SchemeSignUpRequested event, Person person) {
        Optional<Scheme> scheme = open(event.scheme(), person);
        String domain = event.email().substring(event.email().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        Person.Asked earlier = person.codesAwaited.get(event.scheme());
        return scheme.isEmpty()
                || (earlier != null && event.performedOn().isBefore(earlier.on()))
                || scheme.get().signUp().option() != SignUpOption.EMAIL_DOMAIN
                || !scheme.get().signUp().domains().contains(domain);
    }

    private boolean cannotJoin(SchemeSignUp event, Person person) {
        Optional<Scheme> scheme = open(event.scheme(), person);
        Instant left = person.left.getOrDefault(event.scheme(), Instant.MIN);
        if (scheme.isEmpty() || event.performedOn().isBefore(left)) {
            return true;
        }
        String code = event.referenceCode();
        return switch (scheme.get().signUp().option()) {
            case UNIQUE_CODE -> !scheme.get().signUp().codes().contains(code) || usedCodes.contains(code);
            case EMAIL_DOMAIN -> {
                Person.Asked asked = person.codesAwaited.get(event.scheme());
                yield asked == null
                        || !asked.codeHash().equals(Secret.hashOf(code))
                        || event.performedOn().isBefore(asked.on());
            }
            case AUTO, SELF -> scheme.get().signUp().referenceCode() && !code.startsWith("OK-");
        };
    }

    private Optional<Scheme> open(String code, Person person) {
        return programme.schemes().stream()
                .filter(scheme -> scheme.code().equals(code)
                        && scheme.state() == SchemeState.EFFECTIVE
                        && !person.joined.containsKey(code))
                .findFirst();
    }

    private static boolean cannotTurn(SubscriptionChanged event, Person person) {
        List<Person.Turn> turns = person.subscriptions.getOrDefault(event.subscription(), List.of());
        if (turns.isEmpty()) {
            return event.change() != SubscriptionChange.STARTED;
        }
        Person.Turn last = turns.get(turns.size() - 1);
        boolean fits = switch (event.change()) {
            case STARTED -> false;
            case INTERRUPTED ->
                last.change() == SubscriptionChange.STARTED || last.change() == SubscriptionChange.RESUMED;
            case RESUMED -> last.change() == SubscriptionChange.INTERRUPTED;
            case ENDED -> last.change() != SubscriptionChange.ENDED;
        };
        return !fits || event.performedOn().isBefore(last.on());
    }

    private boolean cannotChange(AccessTokenChanged event, Person person) {
        String token = event.tokenHash();
        boolean held = people.values().stream().anyMatch(other -> other != person && other.tokens.contains(token));
        return token.length() != 64
                || (event.valid() ? held || person.tokens.contains(token) : !person.tokens.contains(token));
    }

    private boolean cannotEnd(ParticipantTerminated event, Person person) {
        Optional<Replacement> stays = event.replacement();
        if (stays.isPresent() != (event.reason() == TerminationReason.DUPLICATION)) {
            return true;
        }
        return stays.isPresent()
                && (stays.get().participant().equals(person.id)
                        || !takesPart(stays.get().participant())
                        || !person.tokens.containsAll(stays.get().tokens()));
    }

    private boolean takesPart(String id) {
        Person other = people.get(id);
        return other != null && !other.terminated;
    }

    private static boolean isWrong(Profile profile, Instant now) {
        return !Island.SEGMENTS.containsAll(profile.segments())
                || !(profile.tier().isEmpty() || Island.TIERS.contains(profile.tier()))
                || profile.dateOfBirth()
                        .filter(date -> date.isAfter(When.day(now)))
                        .isPresent();
    }
}

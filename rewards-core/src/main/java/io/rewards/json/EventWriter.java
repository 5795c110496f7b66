package io.rewards.json;

import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyExpired;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.RaisedEvent;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.TransferReceived;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an event as one line of JSON, always in the same order of fields: equal events give equal lines. What is empty or
 * the default is left out; instants are in UTC. {@link EventReader} reads the same event again. Refuses an event whose
 * amounts are in several denominations. Thread-safe.
 */
public final class EventWriter {

    private EventWriter() {}

    /**
     * The event as JSON, without a line break.
     *
     * @throws IllegalArgumentException when its lines are in several denominations
     */
    public static String write(CustomerEvent event) {
        return Writing.line(object -> {
            header(object, event);
            body(object, event);
        });
    }

    private static void header(ObjectNode object, CustomerEvent event) {
        EventHeader header = event.header();
        object.put("type", EventType.of(event).word());
        object.put("id", header.key().id());
        Writing.text(object, "system", header.key().system());
        object.put("participant", header.participant());
        object.put("unit", header.unit());
        object.put("performedOn", header.performedOn().toString());
        header.receivedOn().ifPresent(instant -> object.put("receivedOn", instant.toString()));
        Writing.flag(object, "processImmediately", header.processImmediately(), true);
        Writing.attributes(object, header.attributes());
    }

    private static void body(ObjectNode object, CustomerEvent event) {
        if (event instanceof Purchase purchase) {
            PurchaseWriter.purchase(object, purchase);
        } else if (event instanceof GoodsReturn goods) {
            PurchaseWriter.goodsReturn(object, goods);
        } else if (event instanceof ParticipantRegistered registered) {
            if (!registered.profile().equals(Profile.EMPTY)) {
                ProfileWriter.write(object.putObject("profile"), registered.profile());
            }
        } else if (event instanceof ProfileChanged changed) {
            ProfileWriter.write(object.putObject("profile"), changed.profile());
            Writing.text(object, "changedBy", changed.changedBy());
        } else if (event instanceof SegmentChanged changed) {
            object.put("segment", changed.segment());
            Writing.flag(object, "member", changed.member(), true);
        } else if (event instanceof SubscriptionChanged changed) {
            object.put("subscription", changed.subscription());
            object.put("change", changed.change().name());
        } else if (event instanceof AccessTokenChanged changed) {
            object.put("tokenHash", changed.tokenHash());
            Writing.flag(object, "valid", changed.valid(), true);
        } else if (event instanceof SchemeSignUpRequested requested) {
            object.put("scheme", requested.scheme());
            object.put("email", requested.email());
            object.put("codeHash", requested.codeHash());
        } else if (event instanceof SchemeSignUp signUp) {
            object.put("scheme", signUp.scheme());
            Writing.text(object, "referenceCode", signUp.referenceCode());
        } else if (event instanceof SchemeSignOff signOff) {
            object.put("scheme", signOff.scheme());
        } else if (event instanceof SpendBlockingChanged changed) {
            object.put("blocked", changed.blocked());
        } else if (event instanceof ParticipantTerminated terminated) {
            object.put("reason", terminated.reason().name());
            terminated.replacement().ifPresent(found -> replacement(object.putObject("replacement"), found));
        } else {
            behaviour(object, event);
        }
    }

    private static void behaviour(ObjectNode object, CustomerEvent event) {
        if (event instanceof SocialMediaLike like) {
            object.put("page", like.page());
        } else if (event instanceof WebsiteVisit visit) {
            object.put("url", visit.url());
        } else if (event instanceof Achievement achievement) {
            object.put("classification", achievement.classification());
        } else if (event instanceof FinancialAchievement achievement) {
            object.put("classification", achievement.classification());
            MoneyWriter.amount(object, achievement.amount());
        } else if (event instanceof FinancialStatement statement) {
            object.put("classification", statement.classification());
            ObjectNode kpis = object.putObject("kpis");
            statement.kpis().forEach((code, value) -> kpis.put(code, value.toPlainString()));
        } else if (event instanceof Referral referral) {
            object.put("referrer", referral.referrer());
        } else if (event instanceof RaisedEvent raised) {
            raised(object, raised);
        } else if (!MoneyWriter.write(object, event)) {
            throw new AssertionError("Unknown event type: " + event.getClass());
        }
    }

    private static void raised(ObjectNode object, RaisedEvent event) {
        if (event instanceof ReferredAwarded awarded) {
            object.put("referred", awarded.referred());
            object.put("referral", awarded.referral());
        } else if (event instanceof DuplicateMerged merged) {
            object.put("duplicate", merged.duplicate());
            Writing.texts(object, "tokens", merged.tokens());
        } else if (event instanceof ParticipantVisited visited) {
            object.put("run", visited.run());
            visited.subscription().ifPresent(id -> object.put("subscription", id));
        } else if (event instanceof EventEvaluated evaluated) {
            object.put("run", evaluated.run());
            OutcomeWriter.key(object, "event", evaluated.event());
        } else if (event instanceof TransferReceived received) {
            object.put("sender", received.sender());
        } else if (event instanceof ReferralCancelled cancelled) {
            object.put("referred", cancelled.referred());
            OutcomeWriter.key(object, "award", cancelled.award());
        } else if (!(event instanceof FirstAward || event instanceof MoneyExpired)) {
            throw new AssertionError("Unknown event type: " + event.getClass());
        }
    }

    private static void replacement(ObjectNode written, Replacement replacement) {
        written.put("participant", replacement.participant());
        Writing.flag(written, "balance", replacement.balance(), false);
        Writing.texts(written, "tokens", replacement.tokens());
    }
}

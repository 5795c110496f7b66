package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.Participant;
import io.rewards.participant.Subscription;
import io.rewards.participant.Subscription.Interruption;
import io.rewards.participant.SubscriptionChange;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A subscription starts, pauses, goes on or ends. Source: domain 4.2. */
final class SubscriptionChangedKind extends PersonKind<SubscriptionChanged> {

    private static final Field<SubscriptionChanged, String> SUBSCRIPTION =
            Field.required("subscription", Type.TEXT, SubscriptionChanged::subscription, "The host's name for it.");
    private static final Field<SubscriptionChanged, SubscriptionChange> CHANGE = Field.required(
            "change", new Type.OneOf<>(SubscriptionChange.class), SubscriptionChanged::change, "What happened.");
    private static final Shape<SubscriptionChanged> SHAPE = Shape.of(
            "A subscription of a participant started, was interrupted, went on or ended.",
            said -> new SubscriptionChanged(said.header(), said.of(SUBSCRIPTION), said.of(CHANGE)),
            SUBSCRIPTION,
            CHANGE);

    SubscriptionChangedKind() {
        super(SubscriptionChanged.class, "subscription_changed", Trigger.SUBSCRIPTION);
    }

    @Override
    public Shape<SubscriptionChanged> shape() {
        return SHAPE;
    }

    @Override
    void admit(SubscriptionChanged event, Admission admission) {
        admission.name(() -> "subscription", event.subscription());
        admission.ifKnown(account -> subscription(event, account));
    }

    private static void subscription(SubscriptionChanged event, AccountAdmission account) {
        Subscription known = account.participant().subscriptions().get(event.subscription());
        if (known == null) {
            account.unless(
                    event.change() == SubscriptionChange.STARTED,
                    "subscription",
                    "The subscription (" + event.subscription() + ") has not started.");
            return;
        }
        boolean fits = switch (event.change()) {
            case STARTED -> false;
            case INTERRUPTED -> known.isEffective();
            case RESUMED -> known.endedOn().isEmpty() && known.isInterrupted();
            case ENDED -> known.endedOn().isEmpty();
        };
        account.unless(
                fits,
                "change",
                "The subscription (" + event.subscription() + ") is " + state(known) + ", so it cannot be "
                        + event.change() + ".");
        account.unless(
                !event.performedOn().isBefore(latestChange(known)),
                "performedOn",
                "The change (" + event.performedOn() + ") comes before the latest one (" + latestChange(known) + ").");
    }

    private static String state(Subscription known) {
        return known.endedOn().isPresent() ? "ended" : known.isInterrupted() ? "interrupted" : "effective";
    }

    private static Instant latestChange(Subscription known) {
        Instant latest = known.endedOn().orElse(known.startedOn());
        for (Subscription.Interruption interruption : known.interruptions()) {
            Instant change = interruption.to().orElse(interruption.from());
            latest = change.isAfter(latest) ? change : latest;
        }
        return latest;
    }

    @Override
    public Participant changed(SubscriptionChanged event, Participant participant) {
        String words = "subscription " + event.subscription() + " "
                + event.change().name().toLowerCase(Locale.ROOT);
        return noted(participant.with(subscription(event, participant)), event, words);
    }

    private static Subscription subscription(SubscriptionChanged event, Participant participant) {
        Instant on = event.performedOn();
        if (event.change() == SubscriptionChange.STARTED) {
            return Subscription.started(event.subscription(), on);
        }
        Subscription known = participant.subscriptions().get(event.subscription());
        if (known == null) {
            throw new IllegalArgumentException("The subscription (" + event.subscription() + ") is not known.");
        }
        List<Interruption> interruptions = new ArrayList<>(known.interruptions());
        Optional<Instant> ended = known.endedOn();
        switch (event.change()) {
            case INTERRUPTED -> interruptions.add(new Interruption(on, Optional.empty()));
            case RESUMED ->
                interruptions.add(new Interruption(
                        interruptions.remove(interruptions.size() - 1).from(), Optional.of(on)));
            default -> ended = Optional.of(on);
        }
        return new Subscription(known.id(), known.startedOn(), interruptions, ended);
    }

    @Override
    public String says(SubscriptionChanged event, Words words) {
        return event.subscription() + "  " + event.change().name().toLowerCase(Locale.ROOT);
    }
}

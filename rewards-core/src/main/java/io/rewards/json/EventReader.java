package io.rewards.json;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
import io.rewards.event.MoneyExpired;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.TransferReceived;
import io.rewards.event.WebsiteVisit;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads events from JSON, for one programme: its currency is the denomination of amounts, and its declarations say which
 * attributes there are. Refuses unknown or missing fields and values of the wrong kind, all at once, each with its path.
 * What can be read but makes no sense, such as a negative quantity, is left for the engine to refuse. The format is
 * described in docs/formats.md and in {@code io/rewards/schema/event.schema.json}. The events that only the engine
 * raises are read too, for archives. Immutable and thread-safe.
 */
public final class EventReader {

    private final AttributesReader attributes;
    private final PurchaseReader purchases;
    private final BehaviourReader behaviour;
    private final ParticipationReader participation;
    private final MoneyReader money;

    /** Reads events for {@code programme}. */
    public EventReader(Programme programme) {
        Amounts amounts = SettingsReader.amounts(programme.settings(), true);
        attributes = new AttributesReader(programme.attributes(), Set.of(), amounts);
        purchases = new PurchaseReader(amounts, attributes);
        behaviour = new BehaviourReader(amounts);
        participation = new ParticipationReader(new ProfileReader(attributes, amounts));
        money = new MoneyReader(amounts, purchases);
    }

    /**
     * The event in a JSON text.
     *
     * @param source name of the input for messages, such as a file and a line
     * @throws InvalidInputException naming every problem
     */
    public CustomerEvent read(String source, String json) {
        return read(source, Document.json(source, json));
    }

    /**
     * The event in a tree that was parsed already, such as part of a larger document. Parsers that make binary fractions
     * of decimal numbers lose decimals before this method sees them.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public CustomerEvent read(String source, JsonNode tree) {
        return read(source, Document.of(source, tree));
    }

    private CustomerEvent read(String source, Node root) {
        Findings findings = new Findings();
        Optional<CustomerEvent> event = Value.root("event", root, findings).read(value -> value.object(this::event));
        List<Problem> problems = findings.and(List.of());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(source, Lines.locate(problems, root));
        }
        return event.orElseThrow();
    }

    /** Where something is wrong, the event is built of stand-ins and thrown away. */
    private CustomerEvent event(Fields fields) {
        Optional<EventType> type = fields.required("type", EventType::read);
        EventHeader header = header(fields);
        if (type.isEmpty()) {
            fields.leaveRest();
            throw new NotedException();
        }
        return type.get().isRaised() ? raised(type.get(), fields, header) : told(type.get(), fields, header);
    }

    private EventHeader header(Fields fields) {
        String system = fields.optional("system", Scalars::anyText).orElse("");
        String id = fields.required("id", Scalars::text).orElse("");
        String participant = fields.required("participant", Scalars::text).orElse("");
        String unit = fields.required("unit", Scalars::text).orElse("");
        Instant performedOn = fields.required("performedOn", Scalars::instant).orElse(Instant.EPOCH);
        Optional<Instant> receivedOn = fields.optional("receivedOn", Scalars::instant);
        boolean processImmediately =
                fields.optional("processImmediately", Scalars::truth).orElse(true);
        Attributes carried = attributes.of(fields, AttributeOwner.EVENT);
        return new EventHeader(
                new EventKey(system, id), participant, unit, performedOn, receivedOn, processImmediately, carried);
    }

    /** What the host told. */
    private CustomerEvent told(EventType type, Fields fields, EventHeader header) {
        return switch (type) {
            case PURCHASE -> purchases.purchase(fields, header);
            case GOODS_RETURN -> purchases.goodsReturn(fields, header);
            case PARTICIPANT_REGISTERED -> participation.registered(fields, header);
            case PROFILE_CHANGED -> participation.profileChanged(fields, header);
            case SEGMENT_CHANGED -> ParticipationReader.segmentChanged(fields, header);
            case SUBSCRIPTION_CHANGED -> ParticipationReader.subscriptionChanged(fields, header);
            case ACCESS_TOKEN_CHANGED -> ParticipationReader.accessTokenChanged(fields, header);
            case SCHEME_SIGN_UP_REQUESTED -> ParticipationReader.signUpRequested(fields, header);
            case SCHEME_SIGN_UP -> ParticipationReader.signUp(fields, header);
            case SCHEME_SIGN_OFF -> new SchemeSignOff(header, text(fields, "scheme"));
            case SPEND_BLOCKING_CHANGED ->
                new SpendBlockingChanged(
                        header, fields.required("blocked", Scalars::truth).orElse(true));
            case PARTICIPANT_TERMINATED -> ParticipationReader.terminated(fields, header);
            case SOCIAL_MEDIA_LIKE -> new SocialMediaLike(header, text(fields, "page"));
            case WEBSITE_VISIT -> new WebsiteVisit(header, text(fields, "url"));
            case ACHIEVEMENT -> behaviour.achievement(fields, header);
            case FINANCIAL_ACHIEVEMENT -> behaviour.financialAchievement(fields, header);
            case FINANCIAL_STATEMENT -> behaviour.financialStatement(fields, header);
            case REFERRAL -> new Referral(header, text(fields, "referrer"));
            default -> money.told(type, fields, header);
        };
    }

    /** What only the engine raises. */
    private static CustomerEvent raised(EventType type, Fields fields, EventHeader header) {
        return switch (type) {
            case REFERRED_AWARDED -> new ReferredAwarded(header, text(fields, "referred"), text(fields, "referral"));
            case FIRST_AWARD -> new FirstAward(header);
            case DUPLICATE_MERGED -> new DuplicateMerged(header, text(fields, "duplicate"), fields.texts("tokens"));
            case PARTICIPANT_VISITED ->
                new ParticipantVisited(header, text(fields, "run"), fields.optional("subscription", Scalars::anyText));
            case EVENT_EVALUATED ->
                new EventEvaluated(
                        header,
                        text(fields, "run"),
                        fields.required("event", WalletReader::key).orElse(header.key()));
            case MONEY_EXPIRED -> new MoneyExpired(header);
            case TRANSFER_RECEIVED -> new TransferReceived(header, text(fields, "sender"));
            case REFERRAL_CANCELLED ->
                new ReferralCancelled(
                        header,
                        text(fields, "referred"),
                        fields.required("award", WalletReader::key).orElse(header.key()));
            default -> throw new AssertionError("Not an event that the engine raises: " + type);
        };
    }

    private static String text(Fields fields, String field) {
        return ParticipationReader.text(fields, field);
    }
}

package io.rewards.notification;

import io.rewards.account.Account;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.life.Viewer;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Preferences;

/**
 * Who may be told what. Terminated participants are told nothing. Others are told about their own money without being
 * asked, unless the programme asks for consent to customer care; about offers that everybody may see only members of their schemes who agreed to advertising, and for the offers
 * of partners also to that of partners. Source: domain 4.3, 10.
 */
public final class Audience {

    private Audience() {}

    /** True when {@code account}'s participant may be told {@code notification} as things are now. */
    public static boolean mayBeTold(Notification notification, Account account, Catalogue catalogue) {
        return mayBeTold(notification.kind(), notification.offer(), account, catalogue);
    }

    static boolean mayBeTold(NotificationKind kind, String offer, Account account, Catalogue catalogue) {
        Participant participant = account.participant();
        return participant.state() == ParticipantState.EFFECTIVE
                && agreesToCare(kind, participant, catalogue)
                && (!kind.isMarketing()
                        || catalogue
                                .offer(offer)
                                .filter(each -> isOffered(each, participant, catalogue) && agrees(each, participant))
                                .isPresent());
    }

    private static boolean isOffered(Offer offer, Participant participant, Catalogue catalogue) {
        return offer.state() == OfferState.EFFECTIVE
                && catalogue.schemeOf(offer).state() == SchemeState.EFFECTIVE
                && participant.membership(offer.scheme()).isPresent()
                && Viewer.PUBLIC.sees(offer.ownership());
    }

    private static boolean agreesToCare(NotificationKind kind, Participant participant, Catalogue catalogue) {
        return !catalogue.settings().participants().careConsent().contains(kind)
                || participant.profile().preferences().customerCare().given();
    }

    private static boolean agrees(Offer offer, Participant participant) {
        Preferences preferences = participant.profile().preferences();
        return preferences.directMarketing().given()
                && (offer.ownership().group().isEmpty()
                        || preferences.affiliateMarketing().given());
    }
}

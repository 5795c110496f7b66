package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.cli.Table.Side;
import io.rewards.participant.Address;
import io.rewards.participant.Email;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Participant;
import io.rewards.participant.Phone;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Subscription;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints who a participant is and what the participant has. Personal data only as far as offers ask for them. */
final class ParticipantText {

    private static final int LOTS_SHOWN = 20;
    private static final int HISTORY_SHOWN = 20;
    private static final int HASH_SHOWN = 8;
    private static final String INDENT = "  ";
    private static final Comparator<Lot> SOONEST_FIRST = Comparator.comparing(
                    (Lot lot) -> lot.validTo().orElse(Instant.MAX))
            .thenComparing(Lot::awardedOn)
            .thenComparing(Lot::id);

    private final When when;
    private final Account account;
    private final Participant participant;
    private final PrintWriter out;

    ParticipantText(Session session, Account account, PrintWriter out) {
        when = session.when();
        this.account = account;
        participant = account.participant();
        this.out = out;
    }

    void print(Instant moment) {
        String name = participant.profile().name();
        out.println(Printable.of((name.isEmpty() ? participant.id() : name + " (" + participant.id() + ")") + " on "
                + when.moment(moment)));
        profile();
        memberships();
        subscriptions();
        wallet(moment);
        history();
    }

    private void profile() {
        Profile profile = participant.profile();
        Table table = new Table(Side.LEFT, Side.LEFT);
        table.row("registered", when.moment(participant.registeredOn()) + " at " + participant.unit());
        table.row("state", state());
        profile.dateOfBirth()
                .ifPresent(date -> table.row("birthday", date.toString().substring("2000-".length())));
        profile.nameDay().ifPresent(day -> table.row("name day", day.toString().substring("--".length())));
        row(table, "tier", participant.tier());
        row(table, "segments", String.join(", ", profile.segments()));
        row(table, "addresses", joined(profile.addresses().stream().map(ParticipantText::address)));
        row(table, "phones", joined(profile.phones().stream().map(Phone::type).map(OfferWords::of)));
        row(table, "e-mails", joined(profile.emails().stream().map(Email::type).map(OfferWords::of)));
        profile.attributes().values().forEach((key, value) -> table.row(key, value.text()));
        preferences(table, profile.preferences());
        row(table, "tokens", tokens(participant.tokens()));
        participant
                .referral()
                .ifPresent(
                        referral -> table.row("referred by", referral.referrer() + " on " + when.day(referral.on())));
        table.print(out, INDENT);
    }

    private String state() {
        String blocked = participant.spendingBlocked() ? ", blocked from spending" : "";
        return participant
                .termination()
                .map(end -> "terminated on " + when.moment(end.on()) + ": " + OfferWords.of(end.reason())
                        + end.replacedBy().map(other -> " of " + other).orElse(""))
                .orElse("effective" + blocked);
    }

    private static String address(Address address) {
        String place = Stream.of(address.area(), address.city(), address.district())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return OfferWords.of(address.type())
                + (address.active() ? "" : ", not active")
                + (place.isEmpty() ? "" : " in " + place);
    }

    private void preferences(Table table, Preferences preferences) {
        row(table, "language", preferences.language());
        if (preferences.directMarketing().given()) {
            table.row("agrees to", "advertising");
        }
        if (preferences.affiliateMarketing().given()) {
            table.row("agrees to", "advertising for partners");
        }
        if (preferences.customerCare().given()) {
            table.row("agrees to", "notices of customer care");
        }
    }

    private static String tokens(Set<String> hashes) {
        return joined(hashes.stream().map(hash -> hash.substring(0, Math.min(HASH_SHOWN, hash.length())) + "..."));
    }

    private void memberships() {
        List<SchemeMembership> all = new ArrayList<>(participant.formerMemberships());
        all.addAll(participant.memberships().values());
        all.sort(Comparator.comparing(SchemeMembership::signedUpOn).thenComparing(SchemeMembership::scheme));
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        all.forEach(each -> table.row(
                each.scheme(),
                "since " + when.moment(each.signedUpOn()),
                "at " + each.unit(),
                each.signedOffOn().map(end -> "until " + when.moment(end)).orElse("")));
        participant
                .pendingSignUps()
                .values()
                .forEach(each -> table.row(
                        each.scheme(), "asked for on " + when.moment(each.requestedOn()), "", "waits for the code"));
        section("Memberships", table);
    }

    private void subscriptions() {
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT);
        for (Subscription each : participant.subscriptions().values()) {
            table.row(
                    each.id(),
                    "since " + when.day(each.startedOn()),
                    each.endedOn()
                            .map(end -> "ended on " + when.day(end))
                            .orElse(each.isInterrupted() ? "interrupted" : "effective"));
            for (Subscription.Interruption gap : each.interruptions()) {
                table.row(
                        "",
                        "not from " + when.day(gap.from()),
                        gap.to().map(end -> "to " + when.day(end)).orElse(""));
            }
        }
        section("Subscriptions", table);
    }

    private void wallet(Instant moment) {
        List<Balance> balances = Balance.of(account.wallet(), moment);
        List<Lot> lots = account.lots().stream()
                .filter(lot -> lot.remaining().isPositive() && !lot.isExpiredAt(moment))
                .sorted(SOONEST_FIRST)
                .toList();
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        lots.stream().limit(LOTS_SHOWN).forEach(lot -> lot(lot, moment, table));
        String sums = balances.stream()
                .filter(balance -> !BalanceText.isNothing(balance))
                .map(BalanceText::of)
                .collect(Collectors.joining(", "));
        out.println();
        out.println("Wallet   " + (sums.isEmpty() ? "nothing" : sums));
        table.print(out, INDENT);
        printOmitted(lots.size() - LOTS_SHOWN);
    }

    private void lot(Lot lot, Instant moment, Table table) {
        List<String> conditions = OfferWords.spendConditions(lot.conditions());
        table.row(
                Figures.of(lot.remaining()),
                lot.provenance().offer().isEmpty()
                        ? "without an offer"
                        : "of " + lot.provenance().offer(),
                when.day(lot.awardedOn()),
                lot.remaining().equals(lot.awarded()) ? "" : "left of " + Figures.of(lot.awarded()),
                (lot.isValidAt(moment) ? "" : "from " + when.moment(lot.validFrom()) + " ")
                        + lot.validTo().map(end -> "until " + when.moment(end)).orElse("for ever"),
                kind(lot) + (conditions.isEmpty() ? "" : "only " + String.join(", ", conditions)));
    }

    private static String kind(Lot lot) {
        return switch (lot.account()) {
            case OPEN -> "open ";
            case PENDING -> "waits for a confirmation ";
            case VOUCHERS -> "a voucher ";
            default -> "";
        };
    }

    private void history() {
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT);
        List<HistoryEntry> all = participant.history();
        all.stream()
                .skip(Math.max(0, all.size() - HISTORY_SHOWN))
                .forEach(entry -> table.row(
                        when.moment(entry.on()), entry.change(), entry.by().isEmpty() ? "" : "by " + entry.by()));
        section("History", table);
        if (all.size() > HISTORY_SHOWN) {
            out.println(INDENT + "and " + Figures.of(all.size() - HISTORY_SHOWN) + " before");
        }
    }

    private void section(String heading, Table table) {
        if (!table.isEmpty()) {
            out.println();
            out.println(heading);
            table.print(out, INDENT);
        }
    }

    private void printOmitted(int count) {
        if (count > 0) {
            out.println(INDENT + "and " + Figures.of(count) + " more");
        }
    }

    private static void row(Table table, String label, String words) {
        if (!words.isEmpty()) {
            table.row(label, words);
        }
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}

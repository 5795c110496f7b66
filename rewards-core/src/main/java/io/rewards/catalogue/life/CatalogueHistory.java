package io.rewards.catalogue.life;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeCheck;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Unread;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A programme and all that was changed about it. A change gives another history with one more version, or is refused and
 * gives none. Every version is valid as a whole. Immutable. Source: domain 3.1, 3.9.
 *
 * @param versions of the programme, oldest first
 * @param log the change that made each version but the first, oldest first
 */
public record CatalogueHistory(List<Programme> versions, List<LogEntry> log) {

    private static final Pattern NUMBERED = Pattern.compile("(.*)\\+([0-9]{1,9})", Pattern.DOTALL);

    /** Copies both. Refuses no version at all, a version named twice, and a log of other versions than these. */
    public CatalogueHistory {
        versions = List.copyOf(versions);
        log = List.copyOf(log);
        if (log.size() + 1 != versions.size()) {
            throw new IllegalArgumentException("The history has " + versions.size() + " versions and " + log.size()
                    + " log entries; it must have an entry for each version but the first.");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String name = versions.get(i).version();
            if (!names.add(name)) {
                throw new IllegalArgumentException("The version (" + name + ") is in the history twice.");
            }
            if (i > 0 && !log.get(i - 1).version().equals(name)) {
                throw new IllegalArgumentException("The log says version ("
                        + log.get(i - 1).version() + ") where the history has version (" + name + ").");
            }
        }
    }

    /**
     * The history of a programme that starts now. Where it was changed before, keep that history instead: it knows which
     * numbers and codes were used.
     *
     * @throws InvalidInputException naming every problem of the programme
     */
    public static CatalogueHistory of(Programme programme) {
        return new CatalogueHistory(List.of(Catalogue.of(programme).programme()), List.of());
    }

    /** The newest version. */
    public Programme current() {
        return versions.get(versions.size() - 1);
    }

    /** The version of this name, if there is one: outcomes say which version decided them. */
    public Optional<Programme> version(String name) {
        return versions.stream()
                .filter(programme -> programme.version().equals(name))
                .findFirst();
    }

    /** The offer of this code as it is now, if there is one. */
    public Optional<Offer> offer(String code) {
        return current().offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst();
    }

    /** What was done to one thing, oldest first. */
    public List<LogEntry> log(PartKind kind, String code) {
        Subject subject = new Subject(kind, code);
        return log.stream().filter(entry -> entry.subject().equals(subject)).toList();
    }

    /** Changes of offers by {@code author}. */
    public OfferChanges offers(Author author) {
        return new OfferChanges(this, author);
    }

    /** Changes of schemes by {@code author}. */
    public SchemeChanges schemes(Author author) {
        return new SchemeChanges(this, author);
    }

    /** Changes of agreements with merchants by {@code author}. */
    public AgreementChanges agreements(Author author) {
        return new AgreementChanges(this, author);
    }

    /**
     * Changes of another part of the catalogue by {@code author}. Refuses offers, schemes and agreements, which have
     * states of their own.
     */
    public <T> PartChanges<T> part(Part<T> part, Author author) {
        if (part == Part.OFFERS || part == Part.SCHEMES || part == Part.AGREEMENTS) {
            throw new IllegalArgumentException(
                    "Changes of the " + part + " of a programme are asked of " + part + "().");
        }
        return new PartChanges<>(part, this, author);
    }

    /** Other settings, such as another user who approves offers. Offers that wait for approval then wait for that user. */
    public Change withSettings(Settings settings, Author author) {
        Subject subject = new Subject(PartKind.PROGRAMME, current().name());
        List<String> details = FieldDifferences.between(current().settings(), settings);
        return details.isEmpty()
                ? refused("settings", "The settings are as they were.")
                : change(
                        new PendingEntry(author, Action.EDITED, subject, details),
                        current().toBuilder().withSettings(settings));
    }

    /** This history with one more version, or the refusal of a change that would leave the programme invalid. */
    Change change(PendingEntry pending, Programme.Builder next) {
        Optional<LogEntry> latest = log.isEmpty() ? Optional.empty() : Optional.of(log.get(log.size() - 1));
        if (latest.filter(entry -> pending.author().on().isBefore(entry.on())).isPresent()) {
            return refused(
                    "",
                    "The change is dated " + pending.author().on() + ", before the latest change on "
                            + latest.get().on() + ". Maybe a clock is wrong.");
        }
        Programme changed = next.withVersion(nextVersion()).build();
        List<Problem> problems = new ArrayList<>(ProgrammeCheck.problems(changed, Unread.NOTHING));
        commitments().ifPresent(kept -> problems.addAll(kept.problems(changed)));
        if (!problems.isEmpty()) {
            return new Change.Refused(problems);
        }
        List<Programme> longer = new ArrayList<>(versions);
        longer.add(changed);
        List<LogEntry> told = new ArrayList<>(log);
        told.add(pending.in(changed.version()));
        return new Change.Changed(new CatalogueHistory(longer, told), pending.tell());
    }

    /** What accounts may rely on, once an offer of any version was effective. */
    private Optional<Commitments> commitments() {
        Commitments kept = Commitments.of(versions.get(0));
        for (Programme version : versions.subList(1, versions.size())) {
            kept = kept.and(version);
        }
        return Optional.of(kept).filter(known -> !known.offers().isEmpty());
    }

    static Change refused(String path, String message) {
        return new Change.Refused(List.of(new Problem(path, message)));
    }

    /** The name of the current version, counted on: 2024 gives 2024+1, which gives 2024+2. */
    private String nextVersion() {
        Matcher numbered = NUMBERED.matcher(current().version());
        boolean counted = numbered.matches();
        String base = counted ? numbered.group(1) : current().version();
        long count = counted ? Long.parseLong(numbered.group(2)) : 0;
        String name;
        do {
            count++;
            name = base + "+" + count;
        } while (version(name).isPresent());
        return name;
    }
}

package io.rewards.life;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.testkit.chance.Dice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that happens in a simulation, drawn from a seed: what each participant does, when the runs are and when they
 * are missed, and when the owner switches offers off and on again. Immutable.
 *
 * @param seed that repeats it
 * @param participants how many there can be
 * @param days how long it lasts
 * @param programme in force at the start
 * @param scenes in the order in which the engine sees them
 */
record Story(long seed, int participants, int days, Programme programme, List<Scene> scenes) {

    private static final int DAYS_BETWEEN_CHANGES = 9;

    /** Copies the scenes. */
    Story {
        scenes = List.copyOf(scenes);
    }

    /** The story of this seed. */
    static Story of(long seed, int participants, int days) {
        Programme programme = Island.programme(participants, seed % 2 == 0).withOffers(Offers.drawn(seed));
        List<Scene> scenes = new ArrayList<>();
        for (int number = 0; number < participants; number++) {
            scenes.addAll(new Citizen(seed, number, participants, days).life());
        }
        changes(Dice.of(seed, -2), programme, days, scenes);
        runs(Dice.of(seed, -3), days, scenes);
        scenes.sort(Comparator.comparing(Scene::at));
        return new Story(seed, participants, days, programme, scenes);
    }

    /** The line that repeats this story. */
    String reproduce() {
        return "reproduce: -Drewards.life.seed=" + seed + " -Drewards.life.participants=" + participants
                + " -Drewards.life.days=" + days;
    }

    /** One day in twelve has no run, and once there is none for two weeks; some days have two, or the same one twice. */
    private static void runs(Dice dice, int days, List<Scene> scenes) {
        int outage = 30 + dice.below(Math.max(1, days - 60));
        for (int day = 0; day < days; day++) {
            LocalDate date = Island.FIRST_DAY.plusDays(day);
            boolean missed = dice.below(12) == 0 || (day >= outage && day < outage + 14);
            if (missed) {
                continue;
            }
            if (dice.chance(4)) {
                Instant morning = instant(date, LocalTime.of(9, 0));
                scenes.add(new Scene.Run(morning, Island.DAILY, morning));
            }
            Instant evening = instant(date, LocalTime.of(21, 30));
            Instant started = dice.chance(30) ? evening.plusSeconds(3600) : evening;
            scenes.add(new Scene.Run(started, Island.DAILY, evening));
            if (dice.chance(4)) {
                scenes.add(new Scene.Run(started.plusSeconds(1800), Island.DAILY, evening));
            }
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                scenes.add(new Scene.Run(instant(date, LocalTime.of(23, 0)), Island.WEEKLY, evening));
            }
        }
    }

    /** Every few days an offer goes off or on, and now and then a scheme. */
    private static void changes(Dice dice, Programme first, int days, List<Scene> scenes) {
        Programme programme = first;
        int version = 0;
        for (int day = 5; day < days; day += 1 + dice.below(DAYS_BETWEEN_CHANGES)) {
            Instant at = instant(Island.FIRST_DAY.plusDays(day), dice.oneOf(LocalTime.MIDNIGHT, LocalTime.of(12, 0)));
            version++;
            programme = (dice.chance(4) ? cafe(programme) : switched(dice, programme, at))
                    .toBuilder().withVersion(String.valueOf(version)).build();
            scenes.add(new Scene.Reload(at, programme));
        }
    }

    /** One that is on goes off; one that is off comes on again soon, because there are more draws than offers off. */
    private static Programme switched(Dice dice, Programme programme, Instant at) {
        List<Offer> offers = new ArrayList<>(programme.offers());
        List<Offer> off = offers.stream()
                .filter(offer -> offer.state() != OfferState.EFFECTIVE)
                .toList();
        boolean on = off.size() > 6 || (!off.isEmpty() && dice.chance(45));
        Offer chosen = on ? dice.oneOf(off) : dice.oneOf(offers);
        offers.set(offers.indexOf(chosen), on ? chosen.activated(at) : chosen.deactivated());
        return programme.withOffers(offers);
    }

    private static Programme cafe(Programme programme) {
        List<Scheme> schemes = new ArrayList<>();
        for (Scheme scheme : programme.schemes()) {
            boolean on = scheme.state() == SchemeState.EFFECTIVE;
            schemes.add(
                    scheme.code().equals("CAFE")
                            ? scheme.with(on ? SchemeState.NOT_EFFECTIVE : SchemeState.EFFECTIVE)
                            : scheme);
        }
        return programme.toBuilder().withSchemes(schemes).build();
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Island.ZONE).toInstant();
    }
}

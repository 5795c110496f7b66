package io.rewards.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.decision.Outcome;
import io.rewards.life.Person.Money;
import io.rewards.store.Recorded;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A whole programme over two years, with daylight saving and a leap day: the engine agrees with the reference model on
 * every event, every award and every wallet.
 */
class WholeLifeTest {

    @Test
    void everyEventAndEveryRunAwardsWhatTheModelSays() {
        Story story = Stories.whole();
        List<Recorded> news = new ArrayList<>();
        Census census = new Census();
        WatchedStore store = WatchedStore.forgetful(new WatchedStore.Watcher() {
            @Override
            public void recorded(Recorded recorded) {
                news.add(recorded);
                census.count(recorded);
            }
        });
        Life life = new Life(story.programme(), store);
        Reference reference = new Reference(story.programme());
        for (int place = 0; place < story.scenes().size(); place++) {
            Scene scene = story.scenes().get(place);
            news.clear();
            try {
                agree(scene, life, reference, store, news, census);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        story.reproduce() + "\nscene " + place + ": " + scene + "\n" + e.getMessage(), e);
            }
        }
        for (Person person : reference.people()) {
            assertThat(wallet(store, person.id)).as(story.reproduce()).isEqualTo(wallet(person));
        }
        census.check(story);
    }

    private static void agree(
            Scene scene, Life life, Reference reference, WatchedStore store, List<Recorded> news, Census census) {
        if (scene instanceof Scene.Submit submit) {
            Reference.Answer answer = reference.submit(submit.event(), submit.at());
            Optional<Outcome> outcome = life.live(scene);
            outcome.ifPresent(found -> census.count(submit.event(), found));
            assertThat(outcome.map(Outcome::status)).isEqualTo(answer.status());
            same(answer.given(), awards(news));
            reference
                    .person(submit.event().participant())
                    .ifPresent(person -> assertThat(wallet(store, person.id)).isEqualTo(wallet(person)));
        } else if (scene instanceof Scene.Run run) {
            List<Given> given = reference.run(run.definition(), run.asOf());
            life.live(scene);
            same(given, awards(news));
        } else if (scene instanceof Scene.Reload reload) {
            reference.reload(reload.programme());
            life.live(scene);
        }
    }

    /** The same awards in the same order; a failure names only those that differ. */
    private static void same(List<Given> model, List<Given> engine) {
        if (!model.equals(engine)) {
            List<Given> missing = new ArrayList<>(model);
            engine.forEach(missing::remove);
            List<Given> surplus = new ArrayList<>(engine);
            model.forEach(surplus::remove);
            throw new AssertionError("the engine lacks " + missing + "\nand has besides " + surplus);
        }
    }

    private static List<Given> awards(List<Recorded> news) {
        return news.stream().flatMap(Life::awards).toList();
    }

    private static List<String> wallet(WatchedStore store, String participant) {
        Account account = store.account(participant).orElseThrow();
        return account.lots().stream()
                .map(WholeLifeTest::text)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static List<String> wallet(Person person) {
        return person.wallet.stream()
                .map(WholeLifeTest::text)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String text(Lot lot) {
        return lot.provenance().offer() + " " + lot.remaining() + " " + lot.awardedOn() + " " + lot.validFrom() + " "
                + lot.validTo();
    }

    private static String text(Money money) {
        return money.offer() + " " + money.left().toPlainString() + " " + money.denomination() + " " + money.on() + " "
                + money.from() + " " + money.to();
    }
}

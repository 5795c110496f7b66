package io.rewards.outage;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.amount.Amount;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.participant.Profile;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.testkit.chance.Threads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A process with eight tills, who all serve the same few customers, and run the evaluation run in between. Every fifth
 * purchase is sent by both processes. Every customer lends money to another, and brings new ones, who buy something.
 */
final class Tills {

    static final int TILLS = 8;
    static final int CUSTOMERS = 4;
    static final int EACH_BY_BOTH = 5;
    static final int EACH_BRINGS_A_FRIEND = 4;
    static final Instant END_OF_MONTH = Tale.FIRST_DAY.plus(Duration.ofDays(30));

    /** Threads are waited for after so many purchases, so that slow machines are not taken for dead ones. */
    private static final int AT_ONCE = 10;

    private static final int DAYS = 29;
    private static final int EACH_IS_QUEUED = 3;
    private static final int EACH_RUNS = 10;
    private static final Amount PRICE = Amount.of("20.00", Tale.EUR);
    private static final Amount LENT = Amount.of("0.30", Tale.EUR);

    private final String name;
    private final RewardsEngine engine;

    private Tills(String name, RewardsEngine engine) {
        this.name = name;
        this.engine = engine;
    }

    /** What a process is started with. */
    static List<String> arguments(String url, String name, int purchases) {
        return List.of(url, name, Integer.toString(purchases));
    }

    public static void main(String[] arguments) {
        try (HikariDataSource database = Databases.open(arguments[0])) {
            Tills tills = new Tills(arguments[1], Teller.engine(JdbcStore.of(database)));
            int purchases = Integer.parseInt(arguments[2]);
            for (int from = 0; from < purchases; from += AT_ONCE) {
                int first = from;
                Threads.act(TILLS, till -> {
                    for (int number = first; number < Math.min(purchases, first + AT_ONCE); number++) {
                        tills.serve(till, number);
                    }
                });
            }
            System.out.println("DONE");
        }
    }

    /** The customers, all born on the same day. */
    static void register(RewardsEngine engine) {
        for (int i = 0; i < CUSTOMERS; i++) {
            Profile profile = Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 31));
            engine.evaluate(new ParticipantRegistered(header("customer" + i, customer(i), 0), profile));
        }
    }

    private void serve(int till, int number) {
        int customer = (till + number) % CUSTOMERS;
        String key = (number % EACH_BY_BOTH == 0 ? "both" : name) + "/" + till + "/" + number;
        Purchase purchase = purchase(key, customer(customer), number);
        engine.evaluate(number % EACH_IS_QUEUED == 0 ? purchase.queued() : purchase);
        int other = (customer + 1 + till % (CUSTOMERS - 1)) % CUSTOMERS;
        engine.evaluate(new MoneyTransferred(
                header(name + "/lent/" + till + "/" + number, customer(customer), DAYS),
                customer(other),
                LENT,
                "lent"));
        if (number % EACH_BRINGS_A_FRIEND == 0) {
            String friend = "friend/" + name + "/" + till + "/" + number;
            engine.evaluate(new ParticipantRegistered(header("registered/" + friend, friend, number), Profile.EMPTY));
            engine.evaluate(new Referral(header("brought/" + friend, friend, number), customer(customer)));
            engine.evaluate(purchase("first/" + friend, friend, number));
        }
        if (number % EACH_RUNS == till) {
            run(number);
        }
    }

    private static Purchase purchase(String key, String participant, int day) {
        return Purchase.of(header(key, participant, day), PurchaseLine.of("a", "WINE", 1, PRICE));
    }

    /** Both processes run, later and later; of two runs the later instant wins, and the other is refused. */
    private void run(int number) {
        try {
            RunReport report = run(engine, END_OF_MONTH.plusSeconds(number));
            if (!report.failures().isEmpty()) {
                throw new IllegalStateException(report.toString());
            }
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().contains("comes before its latest")) {
                throw e;
            }
        }
    }

    static RunReport run(RewardsEngine engine, Instant asOf) {
        return engine.runs().run(Tale.PROGRAMME.runs().get(0), asOf, RunListener.NONE);
    }

    static String customer(int number) {
        return "customer" + number;
    }

    private static EventHeader header(String id, String participant, int day) {
        Instant on = Tale.FIRST_DAY.plus(Duration.ofDays(day % (DAYS + 1)));
        return EventHeader.of(id, participant, "SHOP", on).receivedOn(END_OF_MONTH);
    }
}

package io.rewards.outage;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process that sends a {@link Tale} to a database, and tells of each step once it is done: its number, a space, what
 * {@link Teller#live} says, and a full stop, so that a line cut short is seen.
 */
final class Sender {

    private Sender() {}

    /** What a process is started with. */
    static List<String> arguments(String url, long seed, int steps, int from, Set<Integer> leftOut) {
        return Stream.concat(
                        Stream.of(url, Long.toString(seed), Integer.toString(steps), Integer.toString(from)),
                        leftOut.stream().map(String::valueOf))
                .toList();
    }

    public static void main(String[] arguments) {
        List<Tale.Step> tale = Tale.of(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        Set<Integer> leftOut = new HashSet<>();
        for (int i = 4; i < arguments.length; i++) {
            leftOut.add(Integer.valueOf(arguments[i]));
        }
        try (HikariDataSource database = Databases.open(arguments[0])) {
            Teller teller = new Teller(JdbcStore.of(database));
            teller.recover();
            for (int number = Integer.parseInt(arguments[3]); number < tale.size(); number++) {
                if (!leftOut.contains(number)) {
                    System.out.println(number + " " + teller.live(tale.get(number)) + ".");
                }
            }
        }
    }
}

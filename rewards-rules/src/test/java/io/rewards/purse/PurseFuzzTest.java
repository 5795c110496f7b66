package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.effort.Effort;
import io.rewards.event.GoodsReturn;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of everything that can happen to wallets: the engine must answer as the naive model does, and what must
 * always hold must hold after each step. The system properties {@code rewards.purse.sequences}, {@code
 * rewards.purse.operations} and {@code rewards.purse.seed} (of the first sequence) make it longer, or repeat one.
 */
class PurseFuzzTest {

    private static final int SEQUENCES = Effort.of("rewards.purse.sequences", 20, 500);
    private static final int OPERATIONS = Integer.getInteger("rewards.purse.operations", 500);
    private static final long SEED = Effort.seed("rewards.purse.seed");

    @Test
    void theEngineAnswersAsTheModelDoesWhateverHappens() {
        Optional<Failure> failure = LongStream.range(SEED, SEED + SEQUENCES)
                .parallel()
                .mapToObj(seed -> Sequence.drawn(seed, OPERATIONS, Sequence.Fault.NONE))
                .flatMap(Optional::stream)
                .findFirst();

        assertThat(failure)
                .withFailMessage(() -> {
                    Failure found = failure.orElseThrow();
                    return found.report(OPERATIONS, new Shrinker(Sequence.Fault.NONE).shrunk(found));
                })
                .isEmpty();
    }

    @Test
    void aModelThatIsWrongByOneCentIsNoticedAndTheStepsAreShrunk() {
        Sequence.Fault oneCentMore = (event, expected) -> {
            if (event instanceof GoodsReturn && expected.refund > 0) {
                expected.refund++;
            }
        };

        Failure failure = Sequence.drawn(2, 200, oneCentMore).orElseThrow();
        Failure shrunk = new Shrinker(oneCentMore).shrunk(failure);

        assertThat(shrunk.problems()).anyMatch(problem -> problem.startsWith("refund: "));
        assertThat(shrunk.steps())
                .hasSizeBetween(2, 3) // a return may name goods of two purchases
                .last()
                .matches(step -> step.event().orElseThrow() instanceof GoodsReturn);
    }
}

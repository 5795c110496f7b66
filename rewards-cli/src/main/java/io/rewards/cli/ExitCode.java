package io.rewards.cli;

/** What a command tells the shell. */
final class ExitCode {

    /** Everything went well. */
    static final int OK = 0;

    /** The command did its work, and something in it failed: a line, a participant, a check. */
    static final int FAILED = 1;

    /** The command was called wrongly, or its input cannot be used. */
    static final int UNUSABLE = 2;

    /** The memory is used up, or the program itself is wrong. */
    static final int FAULT = 3;

    /** All of the work was done, and an event was refused as the programme demands. */
    static final int REFUSED = 4;

    static final String REFUSED_TEXT = "4:Nothing failed, and an event was refused.";
    static final String OK_TEXT = "0:Everything went well.";
    static final String UNUSABLE_TEXT = "2:Wrong usage, or an input that cannot be used as a whole.";

    private ExitCode() {}

    /** What failed counts more than what was refused. */
    static int of(boolean failed, boolean refused) {
        return failed ? FAILED : refused ? REFUSED : OK;
    }
}

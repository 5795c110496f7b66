package io.rewards.cli;

/** What a command tells the shell. */
final class ExitCode {

    /** Everything went well. */
    static final int OK = 0;

    /** The command did its work, and something in it was refused or failed. */
    static final int REFUSED = 1;

    /** The command was called wrongly, or its input cannot be used. */
    static final int UNUSABLE = 2;

    /** The memory is used up, or the program itself is wrong. */
    static final int FAULT = 3;

    static final String OK_TEXT = "0:Everything went well.";
    static final String UNUSABLE_TEXT = "2:Wrong usage, or an input that cannot be used as a whole.";

    private ExitCode() {}
}

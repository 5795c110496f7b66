/**
 * Lines of large files in bounded memory, and an archive of outcomes in a file. Depends on {@code io.rewards.json}.
 */
@NullMarked
package io.rewards.cli.file;

import org.jspecify.annotations.NullMarked;

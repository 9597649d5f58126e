package io.tongban.province.workbench;

import java.util.List;

/**
 * What came of a trial.
 *
 * @param text for the one who writes the profile
 * @param mistakes a line each, with where and what to write instead; empty if all is right
 */
public record Checked(String text, List<String> mistakes) {
    public Checked {
        mistakes = List.copyOf(mistakes);
    }
}

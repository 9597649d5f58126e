package io.tongban.sandbox.population;

import io.tongban.sandbox.province.DataFile;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What names are made of.
 *
 * @param surnames the most frequent first
 * @param given characters of given names
 * @param rare whole names that GBK cannot hold
 */
record NameBook(List<String> surnames, List<String> given, List<String> rare) {
    NameBook {
        surnames = List.copyOf(surnames);
        given = List.copyOf(given);
        rare = List.copyOf(rare);
    }

    static NameBook shipped() {
        return DataFile.read("/population/names.yaml", NameBook.class);
    }

    /** A surname with one or two characters; the lower of two throws makes the frequent surnames frequent. */
    String common(SplittableRandom dice) {
        int surname = Math.min(dice.nextInt(surnames.size()), dice.nextInt(surnames.size()));
        String name = surnames.get(surname) + given.get(dice.nextInt(given.size()));
        return dice.nextInt(100) < 75 ? name + given.get(dice.nextInt(given.size())) : name;
    }

    String rare(SplittableRandom dice) {
        return rare.get(dice.nextInt(rare.size()));
    }
}

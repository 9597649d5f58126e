package io.tongban.sandbox.population;

import io.tongban.sandbox.province.DataFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Who the workers are, as {@code population/survey.yaml} says. */
record Survey(
        List<Group> groups,
        Map<Sector, Map<UninsuredReason, Integer>> reasons,
        Map<String, Integer> provinces,
        int workPlacePercent,
        List<String> households) {

    Survey {
        groups = List.copyOf(groups);
        provinces = new TreeMap<>(provinces);
        households = List.copyOf(households);
    }

    static Survey shipped() {
        return DataFile.read("/population/survey.yaml", Survey.class);
    }

    /** An age group with its incomes, in yuan a month. */
    record Group(int percent, int youngest, int oldest, int leastIncomeYuan, int mostIncomeYuan) {
        long incomeFen(SplittableRandom dice) {
            return 100L * dice.nextInt(leastIncomeYuan, mostIncomeYuan + 1);
        }
    }

    Group group(SplittableRandom dice) {
        int throwOfHundred = dice.nextInt(100);
        for (Group group : groups) {
            throwOfHundred -= group.percent();
            if (throwOfHundred < 0) {
                return group;
            }
        }
        return groups.get(groups.size() - 1);
    }

    String province(SplittableRandom dice) {
        int throwOfHundred = dice.nextInt(100);
        String last = "";
        for (Map.Entry<String, Integer> province : provinces.entrySet()) {
            last = province.getKey();
            throwOfHundred -= province.getValue();
            if (throwOfHundred < 0) {
                break;
            }
        }
        return last;
    }

    Place place(SplittableRandom dice) {
        return dice.nextInt(100) < workPlacePercent ? Place.WORK_PLACE : Place.HOUSEHOLD;
    }

    String household(SplittableRandom dice) {
        return households.get(dice.nextInt(households.size()));
    }

    Set<UninsuredReason> reasons(Sector sector, SplittableRandom dice) {
        Set<UninsuredReason> given = EnumSet.noneOf(UninsuredReason.class);
        Map<UninsuredReason, Integer> perMille = reasons.getOrDefault(sector, Map.of());
        for (UninsuredReason reason : UninsuredReason.values()) {
            if (dice.nextInt(1000) < perMille.getOrDefault(reason, 0)) {
                given.add(reason);
            }
        }
        return given;
    }
}

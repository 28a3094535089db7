// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.content.Article;

/** The lines in which two texts differ. */
public final class Changes {

    private static final int MOST = 2_000;

    private Changes() {}

    /** A line that stands in both (neither), only in the former (gone) or only in the present (come). */
    public record Line(String text, boolean gone, boolean come) {}

    static List<Line> between(Article former, Article present) {
        return between(lines(former), lines(present));
    }

    static List<String> lines(Article article) {
        List<String> lines = new ArrayList<>(List.of(article.title(), article.summary(), ""));
        lines.addAll(article.body().lines().toList());
        return lines;
    }

    /** The shortest way from one list of lines to another, by their longest common part. */
    static List<Line> between(List<String> former, List<String> present) {
        if (former.size() > MOST || present.size() > MOST) {
            return List.of();
        }
        int[][] common = new int[former.size() + 1][present.size() + 1];
        for (int i = former.size() - 1; i >= 0; i--) {
            for (int j = present.size() - 1; j >= 0; j--) {
                common[i][j] = former.get(i).equals(present.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return walked(former, present, common);
    }

    private static List<Line> walked(List<String> former, List<String> present, int[][] common) {
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < former.size() || j < present.size()) {
            boolean both = i < former.size() && j < present.size();
            if (both && former.get(i).equals(present.get(j))) {
                lines.add(new Line(former.get(i++), false, false));
                j++;
            } else if (j == present.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(former.get(i++), true, false));
            } else {
                lines.add(new Line(present.get(j++), false, true));
            }
        }
        return lines;
    }
}

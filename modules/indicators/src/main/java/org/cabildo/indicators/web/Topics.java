// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.util.Comparator;
import org.cabildo.platform.web.View;

/** Topics of indicators; the seventeen goals (United Nations, A/RES/70/1) have names of their own. */
public final class Topics {

    /** Goals by their number, other topics after them; no topic last. */
    public static final Comparator<String> ORDER =
            Comparator.comparingInt(Topics::rank).thenComparing(Comparator.naturalOrder());

    private Topics() {}

    private static int rank(String topic) {
        if (topic.matches("ods-[0-9]{1,2}")) {
            return Integer.parseInt(topic.substring(4));
        }
        return topic.isEmpty() ? 1000 : 100;
    }

    public static String name(View view, String topic) {
        if (topic.isEmpty()) {
            return view.msg("indicators.topic.none");
        }
        String key = "indicators.topic." + topic;
        return view.hasMsg(key) ? view.msg(key) : topic;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.networks.Member;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;

/**
 * What a network has of a member in an edition. It knows what arrived, and of the rest only that it is not there.
 *
 * @param values measures with a value
 * @param without measures of which the member says that there is no value
 * @param absent measures of which nothing arrived
 */
public record MemberAnswer(Member member, List<Measure> values, List<Measure> without, List<Measure> absent) {

    static MemberAnswer of(Member member, List<Measure> measures, Map<String, Figure> figures) {
        MemberAnswer answer = new MemberAnswer(member, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Measure measure : measures) {
            Figure figure = figures.get(measure.code());
            (figure == null ? answer.absent : figure.value() == null ? answer.without : answer.values).add(measure);
        }
        return answer;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.geography.GeoPoint;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests between their rows and what the rules work with. */
final class RequestRead {

    private static final TypeReference<TreeMap<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RequestRead() {}

    static ServiceRequest request(RequestRecord row) {
        return new ServiceRequest(
                row.getId(),
                row.getService(),
                row.getStatus(),
                row.getDescription(),
                answers(row.getAnswers()),
                row.getLat() == null ? null : new GeoPoint(row.getLat(), row.getLong()),
                row.getAddress(),
                row.getAddressId(),
                row.getTerritory(),
                row.getAgency(),
                row.getAssignee(),
                row.getAssigneeName(),
                row.getChannel(),
                new Reporter(
                        row.getReporterName(),
                        row.getReporterEmail(),
                        row.getReporterPhone(),
                        row.getNamePublic(),
                        row.getLocale()),
                row.getConfirmed(),
                row.getHidden(),
                row.getConfidential(),
                row.getListed(),
                row.getDuplicateOf(),
                row.getRequestedAt(),
                row.getUpdatedAt(),
                row.getClosedAt(),
                row.getReopened(),
                row.getRating() == null ? null : row.getRating().intValue(),
                row.getRatingText(),
                row.getFollowers(),
                row.getPhotos(),
                new Clocks(
                        row.getResponseDue(),
                        row.getUpdateDue(),
                        row.getSolutionDue(),
                        row.getResponseLeft(),
                        row.getUpdateLeft(),
                        row.getSolutionLeft(),
                        row.getPausedAt(),
                        row.getRespondedAt()),
                row.getWaited(),
                row.getWarned(),
                row.getOverdue(),
                row.getEscalated(),
                row.getVersion());
    }

    static Map<String, List<String>> answers(String document) {
        return JSON.readValue(document, ANSWERS);
    }

    static String answers(Map<String, List<String>> answers) {
        return JSON.writeValueAsString(new TreeMap<>(answers));
    }

    static void clocks(RequestRecord row, Clocks clocks) {
        row.setResponseDue(clocks.response());
        row.setUpdateDue(clocks.update());
        row.setSolutionDue(clocks.solution());
        row.setResponseLeft(clocks.responseLeft());
        row.setUpdateLeft(clocks.updateLeft());
        row.setSolutionLeft(clocks.solutionLeft());
        row.setPausedAt(clocks.pausedAt());
        row.setRespondedAt(clocks.respondedAt());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.complaints.NewRequest.StoredPhoto;

/**
 * A report that is being written. Everything is as it was typed; what is missing is empty.
 *
 * @param id a secret of the writer's browser
 * @param latitude as typed, with {@code longitude}
 * @param nameShown whether everybody may read the name
 */
public record Draft(
        UUID id,
        String service,
        String latitude,
        String longitude,
        String address,
        String territory,
        String description,
        Map<String, List<String>> answers,
        List<StoredPhoto> photos,
        String name,
        String email,
        String phone,
        boolean nameShown) {

    /** Nothing yet. */
    public static Draft empty(UUID id) {
        return new Draft(id, "", "", "", "", "", "", Map.of(), List.of(), "", "", "", false);
    }

    public Draft under(String code) {
        return new Draft(
                id,
                code,
                latitude,
                longitude,
                address,
                territory,
                description,
                answers,
                photos,
                name,
                email,
                phone,
                nameShown);
    }

    public Draft at(String lat, String lon, String street, String area) {
        return new Draft(
                id, service, lat, lon, street, area, description, answers, photos, name, email, phone, nameShown);
    }

    public Draft saying(String words, Map<String, List<String>> replies) {
        return new Draft(
                id, service, latitude, longitude, address, territory, words, replies, photos, name, email, phone,
                nameShown);
    }

    public Draft with(List<StoredPhoto> pictures) {
        return new Draft(
                id,
                service,
                latitude,
                longitude,
                address,
                territory,
                description,
                answers,
                List.copyOf(pictures),
                name,
                email,
                phone,
                nameShown);
    }

    public Draft by(String who, String mail, String telephone, boolean shown) {
        return new Draft(
                id,
                service,
                latitude,
                longitude,
                address,
                territory,
                description,
                answers,
                photos,
                who,
                mail,
                telephone,
                shown);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.open311.Refusal.Problem;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Pictures that come with a call as parts of its body: {@code media} (GeoReport v2.1, draft) or {@code photo1} and on. */
@Component
class SentPhotos {

    private final Photos photos;

    SentPhotos(Photos photos) {
        this.photos = photos;
    }

    /** Keeps the pictures of a call; none of them when one is refused. */
    List<StoredPhoto> keep(TenantId tenant, HttpServletRequest request) {
        List<StoredPhoto> kept = new ArrayList<>();
        List<MultipartFile> files = files(request);
        if (files.size() > Photos.MOST) {
            throw Refusal.wrong("complaints.open311.many", "media", Photos.MOST);
        }
        for (MultipartFile file : files) {
            try {
                kept.add(photos.store(tenant, IncomingFile.of(file)));
            } catch (FileRefused refused) {
                discard(tenant, kept);
                throw new Refusal(400, List.of(new Problem(400, refused.messageKey(), List.of(refused.arguments()))));
            }
        }
        return kept;
    }

    private static List<MultipartFile> files(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest parts
                ? parts.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .filter(file -> !file.isEmpty())
                        .toList()
                : List.of();
    }

    void discard(TenantId tenant, List<StoredPhoto> kept) {
        kept.forEach(photo -> photos.discard(tenant, photo));
    }
}

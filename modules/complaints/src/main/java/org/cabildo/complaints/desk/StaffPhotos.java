// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Pictures that staff send with what they write. */
@Component
class StaffPhotos {

    static final String FIELD = "fotos";

    private final Photos photos;

    StaffPhotos(Photos photos) {
        this.photos = photos;
    }

    /**
     * Keeps the pictures of a form; the first few when there are more.
     *
     * @throws FileRefused when one is none; none is kept then
     */
    List<StoredPhoto> of(TenantId tenant, HttpServletRequest request) {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<StoredPhoto> stored = new ArrayList<>();
        if (form == null) {
            return stored;
        }
        try {
            for (MultipartFile file : form.getFiles(FIELD)) {
                if (!file.isEmpty() && stored.size() < Photos.MOST) {
                    stored.add(photos.store(tenant, IncomingFile.of(file)));
                }
            }
        } catch (FileRefused refused) {
            discard(tenant, stored);
            throw refused;
        }
        return stored;
    }

    void discard(TenantId tenant, List<StoredPhoto> stored) {
        stored.forEach(photo -> photos.discard(tenant, photo));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.content.FileLibrary;
import org.cabildo.platform.Actor;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pictures and documents of articles: for everybody once an article that uses them is public, for staff before. */
@Controller
@Access(Access.Audience.PUBLIC)
class FileController {

    private final FileLibrary files;
    private final ViewFactory views;

    FileController(FileLibrary files, ViewFactory views) {
        this.files = files;
        this.views = views;
    }

    @GetMapping("/archivos/{name:[a-z0-9]+(?:[-_.][a-z0-9]+)*}")
    ResponseEntity<Resource> file(
            @PathVariable String name, @RequestParam(defaultValue = "") String ancho, HttpServletRequest request) {
        View view = views.of(request);
        Actor actor = view.actor();
        boolean insider = actor != null && (actor.can("pages.edit") || actor.can("news.edit"));
        int width = ancho.matches("[0-9]{1,4}") ? Integer.parseInt(ancho) : 0;
        return files.open(view.site().requireTenant(), name, insider, width)
                .map(file -> SafeDownload.inline(file, name, insider ? Caching.PRIVATE : Caching.REVALIDATED))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.search.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages to go to while somebody types: a JSON list for the script of the search box. */
@RestController
@Access(Access.Audience.PUBLIC)
class SuggestionController {

    private final Search search;
    private final ViewFactory views;

    SuggestionController(Search search, ViewFactory views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping(path = "/buscar/sugerencias", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Suggested>> suggest(
            @RequestParam(name = "q", defaultValue = "") String typed, HttpServletRequest request) {
        View view = views.of(request);
        List<Suggested> suggestions = search.suggest(view.site(), view.locale(), typed).stream()
                .map(found -> new Suggested(found.title(), found.path(), Names.ofType(view, found.type())))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(suggestions);
    }

    /** A page by title, address and the name of its type. */
    record Suggested(String title, String path, String type) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Moderation;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Photo;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.files.StoredFile;
import org.cabildo.platform.web.Access;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pictures of a request: looked at, taken off the public pages, painted over in parts. */
@Controller
@Access(Access.Audience.STAFF)
class PhotoDesk {

    private static final String ITEM = RequestDesk.ITEM + "/fotos/{photo:[0-9]{1,18}}";
    private static final int RECTANGLES = 3;
    private static final List<Integer> WIDTHS = List.of(400, 800, 1600);

    private final Seats seats;
    private final Worklist worklist;
    private final Moderation moderation;
    private final FileStore files;

    PhotoDesk(Seats seats, Worklist worklist, Moderation moderation, FileStore files) {
        this.seats = seats;
        this.worklist = worklist;
        this.moderation = moderation;
        this.files = files;
    }

    private Photo photo(Seat seat, long id, long photo) {
        return worklist.photos(seat.tenant(), id).stream()
                .filter(one -> one.id() == photo)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(ITEM + ".jpg")
    ResponseEntity<Resource> picture(
            @PathVariable long id,
            @PathVariable long photo,
            @RequestParam(defaultValue = "0") int ancho,
            @RequestParam(defaultValue = "false") boolean publica,
            HttpServletRequest request) {
        Seat seat = seats.of(request);
        seats.find(seat, id);
        Photo found = photo(seat, id, photo);
        FileKey key = new FileKey(publica ? found.shownKey() : found.key());
        Optional<StoredFile> smaller = WIDTHS.stream()
                .filter(width -> ancho > 0 && width >= ancho && width < found.width())
                .findFirst()
                .flatMap(width -> files.open(seat.tenant(), key.variant("w" + width)));
        return smaller.or(() -> files.open(seat.tenant(), key))
                .map(file -> SafeDownload.inline(file, "foto-" + photo, Caching.PRIVATE))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A picture with the rectangles that are painted over, or those of the address, which would be. */
    @GetMapping(ITEM)
    String look(@PathVariable long id, @PathVariable long photo, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id);
        Photo picture = photo(seat, id, photo);
        boolean asked = request.getParameter("ver") != null;
        return page(seat, found, picture, asked ? PaintForm.of(request) : PaintForm.of(picture.redacted()), "", model);
    }

    private String page(Seat seat, ServiceRequest found, Photo picture, PaintForm form, String refused, Model model) {
        Map<String, String> errors = form.errors(seat.view());
        if (!refused.isEmpty()) {
            errors.put("", refused);
        }
        List<PaintForm.Row> rows = new ArrayList<>(form.rows());
        while (rows.size() < Math.max(RECTANGLES, form.rows().size() + 1)) {
            rows.add(PaintForm.Row.EMPTY);
        }
        model.addAttribute(
                "page",
                RequestPage.below(seat, found, seat.view().msg("complaints.desk.photo", Long.toString(picture.id()))));
        model.addAttribute("base", Seats.PATH + "/" + found.id() + "/fotos/" + picture.id());
        model.addAttribute("photo", picture);
        model.addAttribute("rows", rows);
        model.addAttribute("painted", form.rectangles());
        model.addAttribute("errors", errors);
        model.addAttribute("mayModerate", seat.may(found, Seat.MODERATE));
        return "complaints/desk/photo";
    }

    /** Paints over, or only shows how that would look. */
    @PostMapping(ITEM + "/tapar")
    String paint(
            @PathVariable long id,
            @PathVariable long photo,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        Photo picture = photo(seat, id, photo);
        PaintForm form = PaintForm.of(request);
        boolean looking = request.getParameter("ver") != null;
        if (looking || !form.errors(seat.view()).isEmpty()) {
            return page(seat, found, picture, form, "", model);
        }
        List<Rectangle> rectangles = form.rectangles();
        try {
            moderation.redact(seat.tenant(), id, photo, rectangles, seat.actor());
        } catch (ChangeRefused refused) {
            return page(seat, found, picture, form, seat.view().msg(refused.key()), model);
        }
        redirect.addFlashAttribute(
                "flash",
                seat.view().msg(rectangles.isEmpty() ? "complaints.desk.unpainted" : "complaints.desk.paintedDone"));
        return "redirect:" + Seats.PATH + "/" + id + "/fotos/" + photo;
    }

    @PostMapping(ITEM + "/ocultar")
    String hide(
            @PathVariable long id,
            @PathVariable long photo,
            @RequestParam(defaultValue = "true") boolean ocultar,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        seats.find(seat, id, Seat.MODERATE);
        photo(seat, id, photo);
        moderation.hide(seat.tenant(), id, photo, ocultar, seat.actor());
        redirect.addFlashAttribute(
                "flash", seat.view().msg(ocultar ? "complaints.desk.photoHidden" : "complaints.desk.photoShown"));
        return "redirect:" + Seats.PATH + "/" + id + "/fotos/" + photo;
    }
}

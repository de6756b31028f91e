// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

// The commands of stationmasterctl, each one request to the control API. The command line, --help, the shell
// completions, the requests and the printed tables derive from this list.
namespace ctl {

struct Argument {
    enum class Place { Path, Query, Body, Upload };
    enum class Kind {
        Text,
        Number,
        TextList, // may be given several times
        ListOfLists, // may be given several times, each with items separated by commas
        Json, // an object; "@FILE" and "@-" read it from a file and from the standard input
        FirstLine, // the first line of a file, or of the standard input ("-"): for secrets
        WholeFile,
        ListEntries, // of a local list, in a file; see listentries.h
        UploadedFile, // follows by itself, see Gives::Upload; what is sent is its name
    };

    QLatin1StringView name; // "--since", or "ID" for a positional argument
    QLatin1StringView member; // in the path, the query or the body, there also as "payload.idTag"; empty: all of the body
    QLatin1StringView help;
    Place place = Place::Query;
    Kind kind = Kind::Text;
    bool required = false;
    QLatin1StringView fallback{}; // if it is not given and there is nothing to merge with

    bool isPositional() const { return !name.startsWith(QLatin1StringView("--")); }
};

struct Column {
    QLatin1StringView title;
    QLatin1StringView member; // "boot.chargePointModel" reaches into an object
};

struct Verb {
    enum class Gives {
        Page,
        Object,
        Nothing,
        Text,
        Events,
        Command,
        Upload, // a firmware image, to whose "uploadUrl" a file is then brought
    };

    QLatin1StringView noun;
    QLatin1StringView name; // empty: the noun is the whole command
    QLatin1StringView help;
    QLatin1StringView method;
    QLatin1StringView path; // below /api/v1
    Gives gives;
    std::span<const Argument> arguments{};
    std::span<const Column> columns{};
    bool mergesExisting = false; // reads the resource first, so that what is not named stays
    QLatin1StringView body{}; // an object as JSON: what is always said
};

std::span<const Verb> verbs();

// What each noun is about, for --help.
QString nounHelp(QLatin1StringView noun);

} // namespace ctl

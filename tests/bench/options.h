// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

struct Options {
    std::string scenario = "session"; // session, storm, idle or open
    std::string path = "/ocpp/";
    std::string prefix = "LOAD";
    double port = 9000;
    double pid = 0; // of the server, to account its cost
    double stations = 200;
    double rounds = 5; // charging sessions per station: session and open
    double meterValues = 10; // MeterValues per session
    double waves = 1; // storm: all connect at once, this many times
    double rate = 2000; // open: messages per second over all stations
    double connectRate = 1000; // connections per second, but for the storm
    double interval = 10; // idle: seconds between two heartbeats of a station
    double duration = 120; // seconds; idle lasts as long, what is not done by then has failed

    // Nothing, and a list of the options on stderr, after a mistake.
    static std::optional<Options> parse(int argc, char **argv)
    {
        Options o;
        const std::map<std::string, std::string *> texts{
            {"--scenario", &o.scenario}, {"--path", &o.path}, {"--prefix", &o.prefix}};
        const std::map<std::string, double *> numbers{{"--port", &o.port},
                                                      {"--pid", &o.pid},
                                                      {"--stations", &o.stations},
                                                      {"--rounds", &o.rounds},
                                                      {"--meter-values", &o.meterValues},
                                                      {"--waves", &o.waves},
                                                      {"--rate", &o.rate},
                                                      {"--connect-rate", &o.connectRate},
                                                      {"--interval", &o.interval},
                                                      {"--duration", &o.duration}};
        for (int i = 1; i < argc; i += 2) {
            const char *value = i + 1 < argc ? argv[i + 1] : "";
            char *rest = argv[i];
            if (const auto text = texts.find(argv[i]); text != texts.end() && *value)
                *text->second = value, rest = nullptr;
            else if (const auto number = numbers.find(argv[i]); number != numbers.end() && *value)
                *number->second = strtod(value, &rest);
            if (!rest || !*rest)
                continue;
            fprintf(stderr, "stationload: %s %s is not understood. Options:", argv[i], value);
            for (const auto &[name, at] : texts)
                fprintf(stderr, " %s TEXT", name.c_str());
            for (const auto &[name, at] : numbers)
                fprintf(stderr, " %s NUMBER", name.c_str());
            fputc('\n', stderr);
            return std::nullopt;
        }
        return o;
    }
};

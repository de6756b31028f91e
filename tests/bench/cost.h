// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

// What a process has cost so far: fields 14, 15 and 24 of /proc/PID/stat; zero when there is no such process.
struct Cost {
    double cpu = 0; // seconds, user and system, all threads
    double rss = 0; // bytes

    static Cost of(int pid)
    {
        std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
        const std::string text((std::istreambuf_iterator<char>(stat)), {});
        const size_t name = text.rfind(')') + 1; // the name may hold spaces
        std::istringstream rest(text.substr(std::min(text.size(), name)));
        const std::vector<std::string> field(std::istream_iterator<std::string>(rest), {});
        if (field.size() < 22)
            return {};
        return {(std::stod(field[11]) + std::stod(field[12])) / double(sysconf(_SC_CLK_TCK)),
                std::stod(field[21]) * double(sysconf(_SC_PAGESIZE))};
    }
};

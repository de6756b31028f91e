// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

int main(int argc, char *argv[])
{
    return ctl::runCommandLine(argc, argv);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return ctl::runCommandLine(argc, argv);
}

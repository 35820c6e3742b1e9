# shellcheck shell=bash
# What the scripts beside this file share. Each sources it after "set -euo pipefail".

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WEB=$ROOT/src/Mekong.Advocacy.Web
# With the packaged engines everything is built into folders beside the usual ones.
ENGINES=
BUILT=bin/Release

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# No helper of the compiler outlives a script: it would keep a pipe or a CI job open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
# .NET and its packages want a home folder; a service account may have none.
if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME" 2>/dev/null || [ ! -w "$HOME" ]; then
  export HOME=$ROOT/artifacts/home
  mkdir -p "$HOME"
fi

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# choose_engines NAME: what is built and run from here on.
choose_engines() {
  case $1 in
    built-in) ENGINES='' BUILT=bin/Release ;;
    packaged) ENGINES=Packaged BUILT=bin/packaged/Release ;;
    *) fail "There are no engines \"$1\": say --engines built-in, which is the default, or --engines packaged." ;;
  esac
}

# restore_packaged PROJECT: the packaged engines' packages are not in every registry. What is missing is named, and that is the end.
restore_packaged() {
  local log missing
  [ -n "$ENGINES" ] || return 0
  log=$(mktemp)
  if dotnet restore "$1" -p:Engines=Packaged -v quiet </dev/null >"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  missing=$(missing_packages <"$log")
  [ -n "$missing" ] || cat "$log" >&2
  rm -f "$log"
  [ -n "$missing" ] || fail "The packaged engines could not be restored; the reasons stand above."
  fail "The packaged engines need packages that none of your package sources has: $missing. Add a source that has them, or leave --engines out: the built-in engines need none of them."
}

# The names in NuGet's messages (NU1101, NU1102, NU1103), each once.
missing_packages() {
  sed -nE 's/.*NU110[123]: Unable to find (a stable )?package ([A-Za-z0-9_.-]*[A-Za-z0-9_-])( with version \(>?= ([^ )]+))?.*/\2 \4/p' | sed 's/ *$//' | sort -u | paste -sd ',' - | sed 's/,/, /g'
}

# The comment at the head of the calling script is its help.
help() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# ADVOCACY_NO_INSTALL=1: say what is missing instead of installing it.
can_install() {
  [ -z "${ADVOCACY_NO_INSTALL:-}" ] && command -v apt-get >/dev/null &&
    { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

# Installs packages without letting Debian start the services that come with them.
install_packages() {
  local policy=/usr/sbin/policy-rc.d kept=/usr/sbin/policy-rc.d.before-advocacy log status=0
  log=$(mktemp)
  if [ -e "$policy" ] && [ ! -e "$kept" ]; then as_root mv "$policy" "$kept"; fi
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  {
    { [ -n "${apt_updated:-}" ] || as_root apt-get update; } &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@"
  } </dev/null >"$log" 2>&1 || status=$?
  apt_updated=yes
  if [ -e "$kept" ]; then as_root mv "$kept" "$policy"; else as_root rm -f "$policy"; fi
  [ "$status" = 0 ] || tail -n 5 "$log" >&2
  rm -f "$log"
  return "$status"
}

# want_packages WHY OTHERWISE PACKAGE…: installs as root what is good to have; going without is no fault.
want_packages() {
  local why=$1 otherwise=$2
  shift 2
  [ $# -gt 0 ] && [ "$(id -u)" = 0 ] && can_install || return 0
  say "$why: $*"
  # Debian must not set up a mail server here; of postfix only smtp-sink and smtp-source are wanted.
  echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections 2>/dev/null || true
  install_packages "$@" || say "They could not be installed; $otherwise"
}

need_icu() {
  [ "$(uname -s)" = Linux ] && [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" ] || return 0
  { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true; } | grep -q libicuuc && return 0
  ls /usr/lib*/libicuuc.so* /usr/lib/*/libicuuc.so* >/dev/null 2>&1 && return 0
  can_install || fail "The library ICU is missing, without which .NET knows no language: install it (Debian, Ubuntu: sudo apt-get install libicu-dev; Fedora: sudo dnf install libicu; Alpine: sudo apk add icu-libs icu-data-full) and run this again."
  say "Installing ICU, from which .NET knows languages and scripts."
  install_packages "$(newest_icu)" || fail "ICU could not be installed: run \"apt-get install libicu-dev\" yourself and then this again."
}

# The library's package carries its version in its name (libicu72 on Debian 12).
newest_icu() {
  as_root apt-get update >/dev/null 2>&1 </dev/null && apt_updated=yes
  apt-cache --names-only search '^libicu[0-9]+$' | awk '{ print $1 }' | sort | tail -n 1 | grep . || echo libicu-dev
}

need_dotnet() {
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/local/share/dotnet /usr/share/dotnet /usr/lib/dotnet; do
    command -v dotnet >/dev/null && break
    [ -n "$place" ] && [ -x "$place/dotnet" ] && PATH=$place:$PATH
  done
  dotnet --list-sdks </dev/null 2>/dev/null | grep -q '^10\.0\.' ||
    fail "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."
  # A built program looks for .NET where its installer noted it, not on PATH.
  place=$(dirname "$(readlink -f "$(command -v dotnet)")")
  if [ -z "${DOTNET_ROOT:-}" ] && [ -d "$place/shared" ]; then export DOTNET_ROOT=$place; fi
}

# The platform looks for the server's programs in the same places.
has_postgres() {
  local folder
  while IFS= read -r folder; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ] && return 0
  done < <(
    printf '%s\n' "$PATH" | tr ':' '\n'
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin
  )
  return 1
}

need_postgres() {
  local conf=/etc/postgresql-common/createcluster.conf
  has_postgres && return 0
  if ! can_install; then
    case $(uname -s) in
      Darwin) fail "PostgreSQL is missing: run \"brew install postgresql@17\" and then this again." ;;
      *) fail "PostgreSQL is missing: run \"sudo apt-get install postgresql\" (Fedora: \"sudo dnf install postgresql-server\"; Alpine: \"sudo apk add postgresql\") and then this again." ;;
    esac
  fi
  say "Installing PostgreSQL's programs; the platform runs a server of its own with them."
  if [ ! -e "$conf" ]; then
    as_root mkdir -p "$(dirname "$conf")"
    printf 'create_main_cluster = false\n' | as_root tee "$conf" >/dev/null
  fi
  install_packages postgresql || true
  has_postgres ||
    fail "PostgreSQL could not be installed: run \"apt-get install postgresql\" yourself and then this again."
}

# Builds the platform unless it was built after the last change to what it is made of.
build_program() {
  local stamp=$WEB/$BUILT/built log
  PROGRAM=$WEB/$BUILT/net10.0/Mekong.Advocacy.Web
  if [ -x "$PROGRAM" ] && [ -e "$stamp" ] && [ -z "$(changed_since "$stamp")" ]; then return 0; fi
  restore_packaged "$WEB"
  say "Building the platform; the first time this takes a minute or two."
  mkdir -p "$(dirname "$stamp")"
  touch "$stamp.begun"
  log=$(mktemp)
  if ! dotnet build "$WEB" -c Release ${ENGINES:+"-p:Engines=$ENGINES"} -v quiet --nologo </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "The platform did not build; the compiler's reasons stand above."
  fi
  rm -f "$log"
  mv "$stamp.begun" "$stamp"
}

changed_since() {
  find "$ROOT/src" "$ROOT"/Directory.*.props "$ROOT/global.json" \( -name bin -o -name obj \) -prune -o -newer "$1" -print | head -n 1
}

# The settings under which a copy of the source serves, each unless it was set by hand.
default_settings() {
  export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  export ASPNETCORE_CONTENTROOT=${ASPNETCORE_CONTENTROOT:-$WEB}
  export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:5080}
  export Advocacy__DataDirectory=${Advocacy__DataDirectory:-$ROOT/data}
}

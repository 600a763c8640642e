# Passerelles: all that one does here, each as one command. `make` alone lists them.
# Needed: GNU make, Python ≥ 3.11. Everything else is fetched into .venv and node_modules,
# in the versions that requirements/ and package-lock.json lock.

PYTHON = python3
FORMAT = texte
bin := .venv/bin
pip = $(bin)/python -m pip install --quiet --disable-pip-version-check

# Material announces its last years on each start; whoever reads this knows.
export NO_MKDOCS_2_WARNING = 1

.NOTPARALLEL:
.PHONY: help site serve check adresses offline test fuzz bench mutants shots schemas format
.PHONY: upgrade clean browser hugo

help: ## Affiche cette aide
	@echo 'Commandes de Passerelles :'
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

# ------------------------------------------------------------------------------- the site

site: .venv/site ## Construit le site dans le dossier site/
	$(bin)/mkdocs build --strict

# Not strict: a warning must not stop somebody who is writing.
serve: .venv/site ## Ouvre le site sur http://127.0.0.1:8000 et le met à jour à chaque modification
	$(bin)/mkdocs serve

check: .venv/site ## Vérifie toutes les fiches (FORMAT=texte, github, gitlab ou json)
	$(bin)/passerelles check --format $(FORMAT)

adresses: .venv/site ## Ajoute à adresses.txt les adresses que le site vient de gagner
	$(bin)/passerelles adresses

offline: .venv/site ## Produit passerelles-hors-ligne.zip, qui se lit sans réseau ni serveur
	$(bin)/mkdocs build --strict --config-file mkdocs.offline.yml
	$(bin)/python tools/pack.py site-hors-ligne/passerelles passerelles-hors-ligne.zip

# ------------------------------------------------------------------------------- the code

test: .venv/dev node_modules/ready browser ## Vérifie tout, comme l’intégration continue
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/node node_modules/prettier/bin/prettier.cjs --check .
	$(bin)/node node_modules/typescript/bin/tsc
	$(bin)/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

fuzz: .venv/dev browser ## Cherche des textes qui font échouer un test, chaque fois d’autres
	$(bin)/pytest --numprocesses=auto --dist=loadfile --hypothesis-profile=fuzz -m hypothesis

bench: .venv/dev browser hugo ## Mesure les temps de vérification et de construction
	$(bin)/python -m bench
	$(bin)/python -m bench.search --pagefind
	$(bin)/python -m bench.pages

mutants: .venv/dev ## Change le code de records/ et text/ pas à pas : les tests le remarquent-ils ? (1 h)
	$(bin)/python tools/mutants.py

shots: .venv/dev site browser ## Photographie une vingtaine de pages dans captures/, pour juger de leur aspect
	$(bin)/python tools/shots.py

schemas: .venv/dev ## Régénère schemas/ et la liste des champs de CONTRIBUTING.md
	$(bin)/python tools/generate.py

format: .venv/dev node_modules/ready ## Met le code en forme
	$(bin)/ruff check --fix
	$(bin)/ruff format
	$(bin)/node node_modules/prettier/bin/prettier.cjs --write .

lock = $(bin)/uv --no-config pip compile pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --custom-compile-command 'make upgrade'

upgrade: .venv/dev ## Met à jour les versions verrouillées des dépendances
	$(lock) --group dev --output-file requirements/dev.txt
	$(lock) --group build --constraint requirements/dev.txt --output-file requirements/site.txt
	$(bin)/npm update --package-lock-only

clean: ## Supprime tout ce que make a produit
	rm -rf .cache .venv node_modules site .site.* captures .mutants site-hors-ligne passerelles-hors-ligne.zip
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# ----------------------------------------------------------- what the commands stand on

# .venv/site and .venv/dev say that what requirements/site.txt and dev.txt lock is installed.
.venv/%: requirements/%.txt pyproject.toml | $(bin)/python
	@echo 'Installation des dépendances…'
	$(pip) --require-hashes --requirement $<
	$(pip) --no-deps --no-build-isolation --editable .
	@touch $@

$(bin)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Il faut Python 3.11 ou plus récent (au besoin : make site PYTHON=python3.12).'; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
		echo 'Python ne sait pas créer d’environnement ; sous Debian : apt install python3-venv'; exit 1; }

node_modules/ready: package.json package-lock.json | .venv/dev
	$(bin)/npm ci --ignore-scripts
	@touch $@

browser:
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
		sh tools/install.sh Chromium chromium fonts-noto-core fonts-noto-mono fonts-dejavu-core

# Without it our times stand alone, which the measures say.
hugo:
	-@command -v hugo || sh tools/install.sh Hugo hugo

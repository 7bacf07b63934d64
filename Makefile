# Short names for the usual commands: containers for running, npm for working.
.PHONY: serve stop start lint test

serve:
	docker compose up --build --detach --wait

stop:
	docker compose down

start:
	npm start

lint:
	npm run lint

test:
	npm test
